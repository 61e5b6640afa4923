using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Notifications;

/// <summary>The messages of all villages.</summary>
sealed class Messages(IDocumentStore store)
{
    readonly DocumentSet documents = store.Register("host", [new DocumentRegistration<Message>(new DocumentMapping<Message>().Index(message => message.WrittenAt)
        .Personal(message => message.To, message => message.Subject, message => message.Text))]);

    public IDocumentSession OpenSession(Guid village) => store.OpenSession(Partition.OfVillage(village), documents);

    public IDocumentSession Join(IDocumentSession unit) => store.Join(unit, documents);
}

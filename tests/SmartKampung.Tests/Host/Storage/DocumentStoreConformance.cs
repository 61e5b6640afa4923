using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

/// <summary>What every engine must do. An engine's tests derive from it and open a store.</summary>
public abstract partial class DocumentStoreConformance : IAsyncLifetime
{
    private protected Partition Village { get; set; } = Partition.OfVillage(Guid.NewGuid());

    private protected static Partition Neighbour { get; } = Partition.OfVillage(Guid.NewGuid());

    private protected IDocumentStore Store { get; private set; } = null!;

    private protected DocumentSet Documents { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Store = OpenStore();
        Documents = Register(services => services
            .AddDocuments<Rich>(d => d.Index(r => r.Number).Index(r => r.Moment).Index(r => r.Text).Index(r => r.Tags))
            .AddDocuments<Counter>()
            .AddDocuments<Citizen>(d => d.Unique(c => c.Number).Unique(c => c.Email, c => c.House)));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract IDocumentStore OpenStore();

    private protected abstract Task CleanAsync();

    private protected DocumentSet Register(Action<IServiceCollection> module, string owner = "tests")
    {
        var services = new ServiceCollection();
        module(services);
        return Store.Register(owner, services.BuildServiceProvider().GetServices<DocumentRegistration>());
    }

    private protected IDocumentSession Session(Partition? partition = null) => Store.OpenSession(partition ?? Village, Documents);

    private protected async Task Save(params Document[] documents)
    {
        var session = Session();
        foreach (var document in documents) session.Store(document);
        await session.SaveChangesAsync(Stop);
    }
}

using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

/// <summary>What every engine must do. An engine's tests derive from it and open a store.</summary>
public abstract class DocumentStoreConformance : IAsyncLifetime
{
    private protected static readonly Partition Village = Partition.OfVillage(new Guid("11111111-1111-1111-1111-111111111111"));
    private protected static readonly Partition Neighbour = Partition.OfVillage(new Guid("22222222-2222-2222-2222-222222222222"));

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

    [Fact]
    public async Task What_is_saved_is_found_by_id_and_by_query()
    {
        var rich = new Rich { Text = "hai", Number = 7 };
        await Save(rich, new Rich { Number = 8 });
        Assert.Equal("hai", (await Session().LoadAsync<Rich>(rich.Id, Stop))!.Text);
        Assert.Equal(rich.Id, Assert.Single(await Session().Query<Rich>().Where(r => r.Number == 7).ToListAsync(Stop)).Id);
        Assert.Equal(2, await Session().Query<Rich>().CountAsync(Stop));
    }
}

using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

/// <summary>How much of a sealed register is read for a part of the village: 800 people in two hamlets of four RT each, all in a "Jalan", each fourth of them a Siti.</summary>
public sealed class PlacedSearchTests : IAsyncLifetime
{
    const int Page = 20;
    const int OfRt = 100;
    const int OfHamlet = 400;

    readonly LiteDbFixture fixture = new();
    readonly Partition village = Partition.OfVillage(Guid.NewGuid());
    DocumentSet documents = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        documents = fixture.Store.Register("register", new ServiceCollection()
            .AddDocuments<Tenant>(d => d.Territory(t => t.Place).Text(t => t.Name, weight: 2).Text(t => t.Street).Personal(t => t.Name, t => t.Street))
            .BuildServiceProvider().GetServices<DocumentRegistration>());
        var session = fixture.Store.OpenSession(village, documents);
        for (var number = 0; number < 8 * OfRt; number++)
            session.Store(new Tenant { Name = number == OfHamlet ? "Siti Istimewa" : number % 4 == 0 ? "Siti Warga" : "Budi Warga", Street = $"Jalan Ijen {number}", Place = new(number / OfHamlet == 0 ? "Krajan" : "Lereng", "001", $"{1 + (number / OfRt % 4):000}") });
        await session.SaveChangesAsync(Stop);
    }

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Theory]
    [InlineData("jalan", null, null, Page, Page)]
    [InlineData("jalan", "Lereng", null, Page, Page)]
    [InlineData("siti", "Krajan", null, Page, Page)]
    [InlineData("jalan", "Lereng", "003", OfRt, Page)]
    [InlineData("siti", "Krajan", "004", OfRt, Page)]
    [InlineData("siti jal", "Krajan", "004", OfRt, Page)]
    [InlineData("istimewa", "Lereng", "001", 1, 1)]
    [InlineData("istimewa", "Krajan", "001", 1, 0)]
    public async Task A_page_of_who_is_found_reads_no_more_of_the_register_than_the_page_or_the_rt_and_opens_the_page_alone(string typed, string? hamlet, string? rt, int read, int opened)
    {
        var (documentsRead, people) = await ReadAsync(() => In(hamlet, rt).Search(typed).Take(Page).ToListAsync(Stop));

        Assert.Equal(opened, people.Count);
        Assert.InRange(documentsRead, opened, read);
        Assert.Equal(opened, Tenant.Opened);
    }

    [Fact]
    public async Task How_many_are_found_in_a_part_of_the_village_is_told_without_reading_anybody()
    {
        Assert.Equal((0, OfHamlet / 4), await ReadAsync(() => In("Krajan", null).Search("siti").CountAsync(Stop)));
        Assert.Equal((0, 2 * OfHamlet), await ReadAsync(() => In(null, null).Search("jalan").CountAsync(Stop)));
        Assert.Equal((0, OfRt), await ReadAsync(() => In("Lereng", "002").CountAsync(Stop)));
    }

    [Fact]
    public async Task All_of_an_rt_are_listed_without_reading_their_neighbours()
    {
        var (read, people) = await ReadAsync(() => In("Lereng", "002").ToListAsync(Stop));

        Assert.Equal((OfRt, OfRt), (read, people.Count));
    }

    IDocumentQuery<Tenant> In(string? hamlet, string? rt)
    {
        var query = fixture.Store.OpenSession(village, documents).Query<Tenant>();
        if (hamlet is not null) query = query.Where(t => t.Place!.Hamlet == hamlet);
        return rt is null ? query : query.Where(t => t.Place!.RwNumber == "001" && t.Place.RtNumber == rt);
    }

    async Task<(long Read, T Found)> ReadAsync<T>(Func<Task<T>> find)
    {
        using var read = new QueryCounter(fixture.Meters, StorageMetrics.Documents);
        Tenant.Opened = 0;
        var found = await find();
        return (read.Count, found);
    }
}

/// <summary>Counts how often one is opened.</summary>
public sealed record Tenant : Document
{
    [ThreadStatic]
    static int opened;

    public static int Opened
    {
        get => opened;
        set => opened = value;
    }

    public string Name
    {
        get;
        init
        {
            Opened++;
            field = value;
        }
    } = "";

    public string Street { get; init; } = "";

    public Territory? Place { get; init; }
}

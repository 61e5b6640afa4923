using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;
using SmartKampung.Sdk;

namespace SmartKampung.Benchmarks;

/// <summary>20,000 residents with sealed personal data: kept, found by name, NIK, family and street, in all of the village and in one RT.</summary>
static class SealedRegister
{
    const int Residents = 20_000;
    const int Batch = 500;
    const int Rounds = 60;
    const int Warming = 10;
    const int Page = 20;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        await using var services = new ServiceCollection().AddMetrics().AddDocuments<Resident>(Map).BuildServiceProvider();
        await using var store = new LiteDbDocumentStore(
            new(folder.FullName), Options.Create(new StorageOptions()), new(new(new(folder.FullName))), new DiskSync(), new(), TimeProvider.System,
            new(services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>()), NullLoggerFactory.Instance);
        var documents = store.Register("bench", services.GetServices<DocumentRegistration>());
        var village = Partition.OfVillage(Guid.NewGuid());
        var random = new Random(4711);
        var all = Enumerable.Range(0, Residents).Select(number => Make(random, number)).ToList();
        var import = await SaveAsync(store, documents, village, all);
        IDocumentQuery<Resident> Query() => store.OpenSession(village, documents).Query<Resident>();
        Resident Any() => all[random.Next(all.Count)];
        async Task<IReadOnlyList<Row>> WithinAsync(string how, Func<Resident, string> typed) =>
        [
            await FindAsync(how, () => Query().Search(typed(Any())).Take(Page).ToListAsync()),
            .. await InPartsAsync(how, part => Any() is var one ? part(Query(), one).Search(typed(one)).Take(Page).ToListAsync() : null!),
        ];
        return
        [
            new("20,000 residents saved", $"{import.TotalSeconds:0.0} s, {new FileInfo(new DataFolder(folder.FullName).DatabaseOf(village)).Length / 1_048_576} MB", "under 60 s"),
            await FindAsync("by NIK", () => Any().Nik is var nik ? Query().Where(r => r.Nik == nik).ToListAsync() : null!),
            await FindAsync("by family", () => Any().Family is var family ? Query().Where(r => r.Family == family).ToListAsync() : null!),
            .. await WithinAsync("by the name's beginnings", one => InventedPeople.Typed(one.Name)),
            .. await WithinAsync("by one common word", _ => "siti"),
            .. await WithinAsync("by one word that all have", _ => "jalan"),
            .. await WithinAsync("by two common words", _ => "siti jal"),
            .. await WithinAsync("by the street", one => one.Street),
            await FindAsync("all of one RT", () => InRt(Query(), Any()).ToListAsync()),
            await FindAsync("how many have one word that all have", () => CountedAsync(Query().Search("jalan"))),
        ];
    }

    static async Task<IReadOnlyList<Row>> InPartsAsync(string how, Func<Func<IDocumentQuery<Resident>, Resident, IDocumentQuery<Resident>>, Task<IReadOnlyList<Resident>>> find) =>
    [
        await FindAsync($"{how}, in a hamlet", () => find(InHamlet)),
        await FindAsync($"{how}, in an RW", () => find(InRw)),
        await FindAsync($"{how}, in an RT", () => find(InRt)),
    ];

    static async Task<IReadOnlyList<Resident>> CountedAsync(IDocumentQuery<Resident> query) => new Resident[await query.CountAsync()];

    static void Map(DocumentMapping<Resident> map) => map
        .Unique(r => r.Nik).Index(r => r.Family).Index(r => r.Place!.RtNumber).Index(r => r.Place!.RwNumber).Index(r => r.Place!.Hamlet)
        .Text(r => r.Name, weight: 3).Text(r => r.Street)
        .Personal(r => r.Name, r => r.Nik, r => r.Family, r => r.Street, r => r.Phone)
        .Territory(r => r.Place);

    static Resident Make(Random random, int number) => new()
    {
        Name = InventedPeople.Name(random),
        Nik = $"351024{random.Next(1, 29):00}{random.Next(1, 13):00}{random.Next(0, 100):00}{number % 10_000:0000}{number}"[..16] + (number / 10_000),
        Family = $"3510240101{number / 3:000000}",
        Street = InventedPeople.Street(random),
        Phone = $"0812{random.Next(10_000_000, 99_999_999)}",
        Place = InventedPeople.Place(random),
    };

    /// <summary>As who has a role for a part of the village asks.</summary>
    static IDocumentQuery<Resident> InRt(IDocumentQuery<Resident> query, Resident one)
    {
        var (hamlet, rw, rt) = (one.Place!.Hamlet, one.Place.RwNumber, one.Place.RtNumber);
        return query.Where(r => r.Place!.Hamlet == hamlet && r.Place.RwNumber == rw && r.Place.RtNumber == rt);
    }

    static IDocumentQuery<Resident> InRw(IDocumentQuery<Resident> query, Resident one)
    {
        var (hamlet, rw) = (one.Place!.Hamlet, one.Place.RwNumber);
        return query.Where(r => r.Place!.Hamlet == hamlet && r.Place.RwNumber == rw);
    }

    static IDocumentQuery<Resident> InHamlet(IDocumentQuery<Resident> query, Resident one)
    {
        var hamlet = one.Place!.Hamlet;
        return query.Where(r => r.Place!.Hamlet == hamlet);
    }

    static async Task<TimeSpan> SaveAsync(LiteDbDocumentStore store, DocumentSet documents, Partition village, List<Resident> residents)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var batch in residents.Chunk(Batch))
        {
            var session = store.OpenSession(village, documents);
            foreach (var resident in batch) session.Store(resident);
            await session.SaveChangesAsync();
        }

        return Stopwatch.GetElapsedTime(started);
    }

    static async Task<Row> FindAsync(string how, Func<Task<IReadOnlyList<Resident>>> find)
    {
        var times = new List<double>();
        var found = 0;
        for (var round = 0; round < Warming; round++) await find();
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            found += (await find()).Count;
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return new(how, $"p50 {times[Rounds / 2]:0.0} ms, p95 {times[Rounds * 95 / 100]:0.0} ms, {found / Rounds} found", "p95 under 30 ms; in a part at most 1.2 times");
    }

    sealed record Resident : Document
    {
        public required string Name { get; init; }

        public required string Nik { get; init; }

        public required string Family { get; init; }

        public required string Street { get; init; }

        public required string Phone { get; init; }

        public required Territory? Place { get; init; }
    }
}

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

    static readonly string[] Given = ["Siti", "Muhammad", "Nur", "Ahmad", "Sri", "Budi", "Dewi", "Agus", "Rina", "Slamet", "Kadek", "Wayan", "Putri", "Joko", "Indah", "Hadi", "Yuni", "Tri", "Eko", "Lestari"];
    static readonly string[] Syllables = ["ha", "li", "zah", "wa", "ti", "san", "to", "so", "ku", "mo", "ra", "ni", "ja", "ya", "di", "no", "sa", "ri", "mu", "lyo"];

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
        return
        [
            new("20,000 residents saved", $"{import.TotalSeconds:0.0} s, {new FileInfo(new DataFolder(folder.FullName).DatabaseOf(village)).Length / 1_048_576} MB", "under 60 s"),
            await FindAsync("by NIK", () => Any().Nik is var nik ? Query().Where(r => r.Nik == nik).ToListAsync() : null!),
            await FindAsync("by family", () => Any().Family is var family ? Query().Where(r => r.Family == family).ToListAsync() : null!),
            await FindAsync("by the name's beginnings", () => Query().Search(Typed(Any().Name)).Take(20).ToListAsync()),
            await FindAsync("by one common word", () => Query().Search("siti").Take(20).ToListAsync()),
            await FindAsync("by one word that all have", () => Query().Search("jalan").Take(20).ToListAsync()),
            await FindAsync("by two common words", () => Query().Search("siti jal").Take(20).ToListAsync()),
            await FindAsync("by the street", () => Query().Search(Any().Street).Take(20).ToListAsync()),
            await FindAsync("by the name in one RT", () => Within(Query(), Any()).Search(Typed(Any().Name)).Take(20).ToListAsync()),
            await FindAsync("by one common word in one RT", () => Within(Query(), Any()).Search("siti").Take(20).ToListAsync()),
            await FindAsync("by one word that all have in one RT", () => Within(Query(), Any()).Search("jalan").Take(20).ToListAsync()),
            await FindAsync("by the street in one RT", () => Any() is var one ? Within(Query(), one).Search(one.Street).Take(20).ToListAsync() : null!),
            await FindAsync("all of one RT", () => Within(Query(), Any()).ToListAsync()),
        ];
    }

    static void Map(DocumentMapping<Resident> map) => map
        .Unique(r => r.Nik).Index(r => r.Family).Index(r => r.Place!.RtNumber)
        .Text(r => r.Name, weight: 3).Text(r => r.Street)
        .Personal(r => r.Name, r => r.Nik, r => r.Family, r => r.Street, r => r.Phone)
        .Territory(r => r.Place);

    static Resident Make(Random random, int number) => new()
    {
        Name = $"{Given[random.Next(Given.Length)]} {Word(random)} {Word(random)}",
        Nik = $"351024{random.Next(1, 29):00}{random.Next(1, 13):00}{random.Next(0, 100):00}{number % 10_000:0000}{number}"[..16] + (number / 10_000),
        Family = $"3510240101{number / 3:000000}",
        Street = $"Jalan {Word(random)} {random.Next(1, 200)}",
        Phone = $"0812{random.Next(10_000_000, 99_999_999)}",
        Place = new("Krajan", $"{random.Next(1, 9):000}", $"{random.Next(1, 41):000}"),
    };

    static string Word(Random random)
    {
        var word = string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    static string Typed(string name) => string.Join(' ', name.Split(' ').Take(2).Select(word => word[..Math.Min(4, word.Length)]));

    static IDocumentQuery<Resident> Within(IDocumentQuery<Resident> query, Resident one)
    {
        var (rw, rt) = (one.Place!.RwNumber, one.Place.RtNumber);
        return query.Where(r => r.Place!.RwNumber == rw && r.Place.RtNumber == rt);
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
        return new(how, $"p50 {times[Rounds / 2]:0.0} ms, p95 {times[Rounds * 95 / 100]:0.0} ms, {found / Rounds} found", "p95 under 30 ms");
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

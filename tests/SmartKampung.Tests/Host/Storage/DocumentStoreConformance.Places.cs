using System.Linq.Expressions;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    static readonly string?[] Hamlets = ["Krajan", "Blimbing", null];

    /// <summary>Whatever part of the village is asked for, alone or with words, in whatever order: what lies elsewhere is never among it, and nothing is missing.</summary>
    [RandomRuns(15)]
    public async Task Sealed_documents_of_a_part_of_the_village_are_those_that_memory_finds(int seed)
    {
        Village = Partition.OfVillage(Guid.NewGuid());
        var random = new Random(seed);
        var documents = RegisterPlaced(seed, isIndexed: random.Next(2) == 0);
        var people = await ChangedAsync(documents, random, [.. Enumerable.Range(0, 40).Select(_ => RandomPerson(random))]);
        for (var i = 0; i < 25; i++)
        {
            var (typed, part, skip, take) = (random.GetItems(Words, 1)[0] is var word ? word[..Math.Min(3, word.Length)] : "", RandomPart(random), random.Next(3), random.Next(1, 12));
            var (isSearch, isSorted) = (random.Next(3) > 0, random.Next(4) == 0);
            var query = Store.OpenSession(Village, documents).Query<Person>().Where(part);
            if (isSearch) query = query.Search(typed);
            if (isSorted) query = query.OrderByDescending(p => p.Born);

            var found = people.Where(p => part.Compile()(p.Place is null ? p with { Place = Nowhere } : p) && (!isSearch || ScoreOf(typed, p, name: 2, street: 1) > 0));
            var ordered = isSorted ? found.OrderByDescending(p => p.Born).ThenBy(p => p.Id)
                : isSearch ? found.OrderByDescending(p => ScoreOf(typed, p, name: 2, street: 1)).ThenBy(p => p.Id) : found.OrderBy(p => p.Id);

            Assert.Equal(ordered.Select(NameOf), (await query.ToListAsync(Stop)).Select(NameOf));
            Assert.Equal(ordered.Skip(skip).Take(take).Select(NameOf), (await query.Skip(skip).Take(take).ToListAsync(Stop)).Select(NameOf));
            Assert.Equal(ordered.Count(), await query.CountAsync(Stop));
        }
    }

    DocumentSet RegisterPlaced(int seed, bool isIndexed) => Register(services => services.AddDocuments<Person>(d =>
    {
        d.Territory(p => p.Place).Text(p => p.Name, weight: 2).Text(p => p.Home.Street).Personal(p => p.Name, p => p.Home, p => p.Born);
        if (isIndexed) d.Index(p => p.Place!.RtNumber).Index(p => p.Place!.Hamlet);
    }), "placed" + seed);

    static Territory? RandomPlace(Random random) => random.Next(9) == 0 ? null : new(random.GetItems(Hamlets, 1)[0], $"00{random.Next(1, 3)}", $"00{random.Next(3)}");

    /// <summary>What no part of a village is compared with, as a place that is not known is.</summary>
    static readonly Territory Nowhere = new("nowhere");

    /// <summary>As a role's limits and the filters of a list ask.</summary>
    static Expression<Func<Person, bool>> RandomPart(Random random)
    {
        var (hamlet, rw, rt, other) = (Hamlets[random.Next(2)], $"00{random.Next(1, 3)}", $"00{random.Next(3)}", Hamlets[random.Next(2)]);
        return random.Next(9) switch
        {
            0 => p => p.Place!.Hamlet == hamlet && p.Place.RwNumber == rw && p.Place.RtNumber == rt,
            1 => p => p.Place!.Hamlet == hamlet && p.Place.RwNumber == rw,
            2 => p => p.Place!.Hamlet == hamlet,
            3 => p => p.Place!.RwNumber == rw && p.Place.RtNumber == rt,
            4 => p => p.Place!.RtNumber == rt,
            5 => p => (p.Place!.Hamlet == hamlet && p.Place.RwNumber == rw && p.Place.RtNumber == rt) || (p.Place.Hamlet == other && p.Place.RwNumber == "001"),
            6 => p => (p.Place!.RwNumber == rw || p.Place.Hamlet == other) && p.Place.RtNumber == rt,
            7 => p => p.Place!.Hamlet == hamlet && p.Place.Hamlet == other && p.Born > new DateOnly(1990, 1, 5),
            _ => p => (p.Place!.RwNumber == rw && p.Place.RtNumber == rt) || p.Place.RtNumber == "001" || p.Born == new DateOnly(1990, 1, 7),
        };
    }
}

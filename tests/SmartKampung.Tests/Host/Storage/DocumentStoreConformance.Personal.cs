using System.Linq.Expressions;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    DocumentSet Residents => field ??= Persons(d => d
        .Unique(p => p.Nik).Index(p => p.Family).Index(p => p.Place!.RtNumber).Index(p => p.Phones).Index(p => p.Name).Index(p => p.Born)
        .Text(p => p.Name, weight: 3).Text(p => p.Nik).Text(p => p.Home.Street));

    [RandomRuns(20)]
    public async Task Personal_data_come_out_as_they_went_in_whatever_is_marked(int seed)
    {
        Village = Partition.OfVillage(Guid.NewGuid());
        var random = new Random(seed);
        var marks = RandomMarks(random);
        var documents = Register(services => services.AddDocuments<Rich>(d => d
            .Index(r => r.Text).Index(r => r.Number).Index(r => r.Tags).Index(r => r.Place!.Name).Unique(r => r.Key, r => r.Number, r => r.Text).Personal(marks)), "marked" + seed);
        var samples = new RichSamples(seed);
        var stored = Enumerable.Range(0, 20).Select(_ => samples.Next() with { Key = Guid.NewGuid() }).ToList();
        await SaveIn(documents, [.. stored]);

        foreach (var rich in stored) AssertSame(rich with { Version = 1 }, (await Store.OpenSession(Village, documents).LoadAsync<Rich>(rich.Id, Stop))!);
        var predicates = new RandomPredicates(samples, random);
        for (var i = 0; i < 20; i++)
        {
            var predicate = predicates.Next();
            var expected = stored.Where(predicate.Compile()).Select(rich => rich.Id).Order().ToList();
            Assert.Equal(expected, (await Store.OpenSession(Village, documents).Query<Rich>().Where(predicate).ToListAsync(Stop)).Select(rich => rich.Id));
            Assert.Equal(expected.Count, await Store.OpenSession(Village, documents).Query<Rich>().Where(predicate).CountAsync(Stop));
        }

        Assert.Equal(
            Ids(stored.OrderBy(r => r.Text, StringComparer.Ordinal).ThenBy(r => r.Id).Skip(3).Take(9)),
            Ids(await Store.OpenSession(Village, documents).Query<Rich>().OrderBy(r => r.Text).Skip(3).Take(9).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Persons_are_found_by_what_is_hashed()
    {
        var (siti, budi) = (Person("Siti Nurhaliza", "3510244107850001"), Person("Budi Santoso", null));
        await SaveIn(Residents, siti, budi);

        Assert.Equal(siti.Id, Assert.Single(await People.Where(p => p.Nik == "3510244107850001").ToListAsync(Stop)).Id);
        Assert.Equal(budi.Id, Assert.Single(await People.Where(p => p.Nik == null).ToListAsync(Stop)).Id);
        Assert.Equal(1, await People.Where(p => p.Phones.Contains("081234567890") && p.Nik != null).CountAsync(Stop));
        Assert.Equal(2, await People.Where(p => p.Family == "3510241201110002").CountAsync(Stop));
        Assert.Equal(1, await People.Where(p => new[] { "Budi Santoso", "nobody" }.Contains(p.Name)).CountAsync(Stop));
        Assert.Equal(["Budi Santoso", "Siti Nurhaliza"], (await People.OrderBy(p => p.Name).Take(5).ToListAsync(Stop)).Select(p => p.Name));
        Assert.Equal(2, await People.Where(p => p.Born > new DateOnly(1980, 1, 1) && p.Name.StartsWith("", StringComparison.Ordinal)).CountAsync(Stop));
    }

    [Fact]
    public async Task Unique_personal_values_are_refused_twice_and_may_be_missing()
    {
        await SaveIn(Residents, Person("Siti", "3510244107850001"), Person("Budi", null), Person("Bayi", null));

        var refusal = await Assert.ThrowsAsync<DuplicateException>(() => SaveIn(Residents, Person("Orang Lain", "3510244107850001")));
        Assert.Equal("Nik", refusal.Key);
        await Assert.ThrowsAsync<DuplicateException>(() => SaveIn(Residents, Person("A", "3510244107850009"), Person("B", "3510244107850009")));
        Assert.Equal(3, await People.CountAsync(Stop));
    }

    [Theory]
    [InlineData("sit nur", "Siti Nurhaliza")]
    [InlineData("SITI", "Siti Nurhaliza", "Dini Siti Al Fatah")]
    [InlineData("dini", "Dini Siti Al Fatah")]
    [InlineData("al fat", "Dini Siti Al Fatah")]
    [InlineData("si")]
    [InlineData("nurhalizah")]
    [InlineData("35102441", "Siti Nurhaliza")]
    [InlineData("melati budi", "Budi Santoso")]
    [InlineData("3510244107850001 melati", "Siti Nurhaliza")]
    public async Task Persons_are_found_by_the_beginnings_of_their_words(string typed, params string[] found)
    {
        await SaveIn(Residents, Person("Siti Nurhaliza", "3510244107850001"), Person("Budi Santoso", null), Person("Dini Siti Al Fatah", "3510245112990002"));

        Assert.Equal(found.Order(), (await People.Search(typed).ToListAsync(Stop)).Select(p => p.Name).Order());
    }

    [Fact]
    public async Task A_whole_word_comes_before_a_beginning()
    {
        await SaveIn(Residents, Person("Nurhaliza", null), Person("Nur", null), Person("Nurul", null));

        Assert.Equal("Nur", (await People.Search("nur").ToListAsync(Stop))[0].Name);
    }

    [Fact]
    public async Task Documents_from_before_they_were_marked_are_read_found_and_kept()
    {
        var before = Register(services => services.AddDocuments<Person>(d => d.Unique(p => p.Nik).Index(p => p.Family)), "register");
        var siti = Person("Siti Nurhaliza", "3510244107850001");
        await SaveIn(before, siti);

        Assert.Equal("Siti Nurhaliza", (await Store.OpenSession(Village, Residents).LoadAsync<Person>(siti.Id, Stop))!.Name);
        Assert.Equal(siti.Id, Assert.Single(await People.Where(p => p.Nik == siti.Nik).ToListAsync(Stop)).Id);
        Assert.Single(await People.Search("nurha").ToListAsync(Stop));
        using var copy = Store.Copy(Village);
        Assert.All(copy.Types, type => Assert.All(copy.StreamSealed(type), body => Assert.NotNull(SealedBody.Read(body))));
        Assert.Contains("Siti Nurhaliza", System.Text.Encoding.UTF8.GetString(Assert.Single(copy.Read(copy.Types[0]))), StringComparison.Ordinal);
    }

    IDocumentQuery<Person> People => Store.OpenSession(Village, Residents).Query<Person>();

    DocumentSet Persons(Action<DocumentMapping<Person>> map) => Register(services => services.AddDocuments<Person>(d => map(d.Personal(
        p => p.Name, p => p.Nik, p => p.Family, p => p.Phones, p => p.Born, p => p.Home, p => p.Relatives.Select(relative => relative.Name)))), "register");

    static Person Person(string name, string? nik) => new()
    {
        Name = name,
        Nik = nik,
        Family = "3510241201110002",
        Phones = name.StartsWith("Siti", StringComparison.Ordinal) ? ["081234567890"] : [],
        Born = new DateOnly(1985, 7, 1),
        Home = new("Jalan Melati 7"),
        Place = new("Krajan", "001", "002"),
        Relatives = [new("Ibu " + name)],
    };

    static Expression<Func<Rich, object?>>[] RandomMarks(Random random)
    {
        Expression<Func<Rich, object?>>[] all =
        [
            r => r.Text, r => r.Number, r => r.Place, r => r.Place!.Name, r => r.Tags, r => r.Moment, r => r.Money, r => r.Words, r => r.Key,
            r => r.Places.Select(place => place.Name), r => r.Places.Select(place => place.At!.Latitude),
        ];
        random.Shuffle(all);
        return all[..random.Next(1, all.Length)];
    }
}

public sealed record Person : Document
{
    public required string Name { get; init; }

    public string? Nik { get; init; }

    public string Family { get; init; } = "";

    public IReadOnlyList<string> Phones { get; init; } = [];

    public DateOnly Born { get; init; }

    public Home Home { get; init; } = new("");

    public Territory? Place { get; init; }

    public IReadOnlyList<Relative> Relatives { get; init; } = [];
}

public sealed record Home(string Street);

public sealed record Relative(string Name);

using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

/// <summary>What a thief of the data folder finds who has not the keys.</summary>
public sealed class TheftTests : IAsyncDisposable
{
    const string Nik = "3510244107850001";
    const string Name = "Halimatussakdiyah";
    const string Phone = "081298765432";
    const string Street = "Gang Kenanga Wingking";

    readonly LiteDbFixture fixture = new();
    readonly Partition village = Partition.OfVillage(Guid.NewGuid());

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Files_of_a_village_hold_nothing_personal_in_the_clear_whatever_is_done_in_it()
    {
        var persons = Register(isMarked: true);
        await SaveAsync(persons, [.. Enumerable.Range(0, 50).Select(Person)]);
        await SearchAsync(persons);
        Assert.Empty(Found());

        var session = fixture.Store.OpenSession(village, persons);
        foreach (var person in (await session.Query<Person>().ToListAsync(Stop)).Take(20)) session.Delete(person);
        await session.SaveChangesAsync(Stop);
        Assert.Empty(Found());
        await fixture.ReopenAsync();
        Assert.Empty(Found());
    }

    [Fact]
    public async Task Documents_from_before_they_were_marked_leave_nothing_behind_in_the_file()
    {
        await SaveAsync(Register(isMarked: false), [.. Enumerable.Range(0, 300).Select(Person)]);
        await fixture.ReopenAsync();
        Assert.NotEmpty(Found());

        await SearchAsync(Register(isMarked: true));
        await fixture.ReopenAsync();

        Assert.Empty(Found());
        Assert.Equal(300, await fixture.Store.OpenSession(village, Register(isMarked: true)).Query<Person>().CountAsync(Stop));
    }

    DocumentSet Register(bool isMarked) => fixture.Store.Register("register", new ServiceCollection().AddDocuments<Person>(d =>
    {
        d.Unique(p => p.Nik).Index(p => p.Family).Index(p => p.Phones).Text(p => p.Name).Text(p => p.Home.Street);
        if (isMarked) d.Personal(p => p.Name, p => p.Nik, p => p.Family, p => p.Phones, p => p.Home);
    }).BuildServiceProvider().GetServices<DocumentRegistration>());

    static Person Person(int number) => new() { Name = Name, Nik = $"{Nik[..12]}{number + 1:0000}", Phones = [Phone], Home = new(Street), Family = Nik };

    Task SaveAsync(DocumentSet documents, IReadOnlyList<Person> persons)
    {
        var session = fixture.Store.OpenSession(village, documents);
        foreach (var person in persons) session.Store(person);
        return session.SaveChangesAsync(Stop);
    }

    async Task SearchAsync(DocumentSet documents) =>
        Assert.NotEmpty(await fixture.Store.OpenSession(village, documents).Query<Person>().Search("halima kenanga").ToListAsync(Stop));

    List<string> Found() => Theft.Find(fixture.Data.Path, Nik, Name, Phone, Street, Name.ToLowerInvariant(), "kenanga");
}

using LiteDB;
using LiteDB.Engine;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

/// <summary>Personal data whose key is gone, or that somebody moved within the file.</summary>
public sealed class LostKeyTests : IAsyncDisposable
{
    readonly LiteDbFixture fixture = new();
    readonly Partition village = Partition.OfVillage(Guid.NewGuid());

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Key => PersonalKeys.PathIn(fixture.Data.Path);

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Without_the_key_the_rest_is_served_nothing_is_sealed_with_another_and_its_copy_brings_all_back()
    {
        var siti = new Person { Name = "Siti" };
        await SaveAsync(siti);
        await fixture.Save(village, new Counter { Count = 7 });
        await fixture.ReopenAsync(() => File.Move(Key, Key + ".away"));

        Assert.Contains("keys/personal.key", (await Assert.ThrowsAsync<StorageUnavailableException>(() => LoadAsync(siti))).Message, StringComparison.Ordinal);
        Assert.Contains(Key, (await Assert.ThrowsAsync<StorageUnavailableException>(() => SaveAsync(new Person { Name = "Budi" }))).Message, StringComparison.Ordinal);
        Assert.Equal(1, await fixture.Count(village));
        await fixture.Save(village, new Counter());
        Assert.False(File.Exists(Key));

        File.Move(Key + ".away", Key);
        Assert.Equal("Siti", (await LoadAsync(siti))!.Name);
    }

    [Fact]
    public async Task A_new_key_beside_a_lost_one_seals_what_is_new_and_tells_what_is_lost()
    {
        var (siti, budi) = (new Person { Name = "Siti" }, new Person { Name = "Budi" });
        await SaveAsync(siti);
        await fixture.ReopenAsync(() => File.Delete(Key));
        PersonalKeys.Renew(fixture.Data.Path);

        await SaveAsync(budi);

        Assert.Equal("Budi", (await LoadAsync(budi))!.Name);
        Assert.Contains("does not have", (await Assert.ThrowsAsync<StorageUnavailableException>(() => LoadAsync(siti))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sealed_can_not_be_put_in_the_place_of_another_document()
    {
        var (siti, budi) = (new Person { Name = "Siti" }, new Person { Name = "Budi" });
        await SaveAsync(siti, budi);
        await fixture.ReopenAsync(() => Swap(siti.Id, budi.Id));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => LoadAsync(siti));
    }

    [Fact]
    public async Task Old_keys_are_dropped_and_the_present_one_stays()
    {
        await SaveAsync(new Person { Name = "Siti" });
        PersonalKeys.Renew(fixture.Data.Path);
        await SaveAsync(new Person { Name = "Budi" });
        var present = (await File.ReadAllBytesAsync(Key, Stop))[32..];
        await fixture.Store.ResealAsync(village, Stop);

        new PersonalKeys(fixture.Data).DropOld();
        await fixture.ReopenAsync();

        Assert.Equal(present, await File.ReadAllBytesAsync(Key, Stop));
        Assert.Equal(2, await fixture.Store.OpenSession(village, Documents()).Query<Person>().Where(person => person.Name != "").CountAsync(Stop));
    }

    DocumentSet Documents() => fixture.Store.Register("register", new ServiceCollection()
        .AddDocuments<Person>(d => d.Personal(p => p.Name)).BuildServiceProvider().GetServices<DocumentRegistration>());

    Task SaveAsync(params Person[] persons)
    {
        var session = fixture.Store.OpenSession(village, Documents());
        foreach (var person in persons) session.Store(person);
        return session.SaveChangesAsync(Stop);
    }

    Task<Person?> LoadAsync(Person person) => fixture.Store.OpenSession(village, Documents()).LoadAsync<Person>(person.Id, Stop);

    void Swap(Guid left, Guid right)
    {
        using var engine = new LiteEngine(new EngineSettings { Filename = fixture.FileOf(village), Collation = Collation.Binary });
        var collection = All(engine, Catalog.Collection).Single(entry => entry["_id"] == "register/Person")["c"].AsString;
        var stored = All(engine, collection).ToDictionary(document => document["_id"].AsGuid);
        (stored[left]["b"], stored[right]["b"]) = (stored[right]["b"], stored[left]["b"]);
        engine.Update(collection, stored.Values);
    }

    static List<BsonDocument> All(LiteEngine engine, string collection)
    {
        var all = new List<BsonDocument>();
        using var reader = engine.Query(collection, new Query());
        while (reader.Read()) all.Add((BsonDocument)reader.Current);
        return all;
    }
}

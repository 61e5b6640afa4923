using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task Steps_bring_stored_documents_to_the_present_shape_and_fill_new_indexes()
    {
        var old = new Shapes.First.Shop { Name = "Sari" };
        await SaveIn(Register(services => services.AddDocuments<Shapes.First.Shop>()), old);
        var present = Register(services => services.AddDocuments<Shapes.Second.Shop>(d => d.Index(s => s.Title).Unique(s => s.Title).Upgrade(1, json =>
        {
            json["Title"] = json["Name"]!.GetValue<string>() + "!";
            json.Remove("Name");
            return json;
        })));
        var found = await Store.OpenSession(Village, present).Query<Shapes.Second.Shop>().Where(s => s.Title == "Sari!").ToListAsync(Stop);
        Assert.Equal((old.Id, 1), (Assert.Single(found).Id, found[0].Version));
        await Assert.ThrowsAsync<DuplicateException>(() => SaveIn(present, new Shapes.Second.Shop { Title = "Sari!" }));
    }

    [Fact]
    public async Task A_schema_from_the_future_is_left_alone_and_harms_no_other_type()
    {
        var future = Register(services => services.AddDocuments<Shapes.Second.Shop>(d => d.Upgrade(1, json => json)));
        await SaveIn(future, new Shapes.Second.Shop { Title = "Sari" });
        var past = Register(services => services.AddDocuments<Shapes.First.Shop>().AddDocuments<Counter>());
        var session = Store.OpenSession(Village, past);
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => session.Query<Shapes.First.Shop>().ToListAsync(Stop));
        Assert.Contains("Shop", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => SaveIn(past, new Shapes.First.Shop { Name = "x" }));
        await SaveIn(past, new Counter());
        Assert.Equal(1, await session.Query<Counter>().CountAsync(Stop));
        Assert.Equal(1, await Store.OpenSession(Village, future).Query<Shapes.Second.Shop>().CountAsync(Stop));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_all_documents_as_they_were()
    {
        var first = Register(services => services.AddDocuments<Shapes.First.Shop>(d => d.Index(s => s.Name)));
        await SaveIn(first, new Shapes.First.Shop { Name = "a" });
        await SaveIn(first, new Shapes.First.Shop { Name = "b" });
        var steps = 0;
        var broken = Register(services => services.AddDocuments<Shapes.Second.Shop>(d => d.Upgrade(1, json =>
            ++steps == 2 ? throw new InvalidOperationException("cannot") : new() { ["Title"] = "x", ["Id"] = json["Id"]!.DeepClone(), ["Version"] = 1 })));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Store.OpenSession(Village, broken).Query<Shapes.Second.Shop>().ToListAsync(Stop));
        Assert.Equal(1, await Store.OpenSession(Village, first).Query<Shapes.First.Shop>().Where(s => s.Name == "b").CountAsync(Stop));
    }

    [Fact]
    public async Task Indexes_that_change_without_a_step_are_built_again_by_whichever_version_is_used()
    {
        var plain = Register(services => services.AddDocuments<Shapes.First.Shop>());
        var indexed = Register(services => services.AddDocuments<Shapes.First.Shop>(d => d.Index(s => s.Name)));
        for (var i = 0; i < 3; i++)
        {
            await SaveIn(plain, new Shapes.First.Shop { Name = "a" });
            Assert.Equal(i + 1, await Store.OpenSession(Village, indexed).Query<Shapes.First.Shop>().Where(s => s.Name == "a").CountAsync(Stop));
        }
    }

    [Fact]
    public async Task A_new_unique_key_that_stored_documents_break_is_told()
    {
        var plain = Register(services => services.AddDocuments<Shapes.First.Shop>());
        await SaveIn(plain, new Shapes.First.Shop { Name = "a" });
        await SaveIn(plain, new Shapes.First.Shop { Name = "a" });
        var unique = Register(services => services.AddDocuments<Shapes.First.Shop>(d => d.Unique(s => s.Name)));
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => Store.OpenSession(Village, unique).Query<Shapes.First.Shop>().ToListAsync(Stop));
        Assert.Contains("Name", refusal.Message, StringComparison.Ordinal);
    }

    async Task SaveIn(DocumentSet documents, params Document[] stored)
    {
        var session = Store.OpenSession(Village, documents);
        foreach (var document in stored) session.Store(document);
        await session.SaveChangesAsync(Stop);
    }
}

using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    /// <summary>Adds a key that seals from now on.</summary>
    private protected abstract void RenewPersonalKey();

    [Fact]
    public async Task Under_a_renewed_key_everything_is_found_as_before_and_then_sealed_anew()
    {
        var siti = Person("Siti Nurhaliza", "3510244107850001");
        await SaveIn(Residents, [siti, .. Enumerable.Range(0, 140).Select(i => Person($"Warga {i}", null))]);
        RenewPersonalKey();
        await SaveIn(Residents, Person("Siti Aminah", "3510244107850002"));

        await AssertFoundAsync();
        await Assert.ThrowsAsync<DuplicateException>(() => SaveIn(Residents, Person("Orang Lain", siti.Nik)));
        Assert.Equal(141, (await Store.ResealAsync(Village, Stop)).Count);
        Assert.Equal(0, (await Store.ResealAsync(Village, Stop)).Count);

        await AssertFoundAsync();
        await Assert.ThrowsAsync<DuplicateException>(() => SaveIn(Residents, Person("Orang Lain", siti.Nik)));
        Assert.Single(KeysIn(Village));
        Assert.Equal(1, (await Store.OpenSession(Village, Residents).LoadAsync<Person>(siti.Id, Stop))!.Version);

        async Task AssertFoundAsync()
        {
            Assert.Equal(siti.Id, (await People.Where(p => p.Nik == siti.Nik).FirstOrDefaultAsync(Stop))!.Id);
            Assert.Equal(2, await People.Search("siti").CountAsync(Stop));
            Assert.Equal(142, await People.Where(p => p.Family == siti.Family).CountAsync(Stop));
        }
    }

    [Fact]
    public async Task Sealing_anew_goes_on_where_it_was_stopped()
    {
        await SaveIn(Residents, [.. Enumerable.Range(0, 250).Select(i => Person($"Warga {i}", null))]);
        RenewPersonalKey();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var done = 0;
        Store.OnCommitted(_ =>
        {
            if (Interlocked.Increment(ref done) == 20) stopping.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ResealAsync(Village, stopping.Token));
        Assert.Equal(2, KeysIn(Village).Count);
        var rest = (await Store.ResealAsync(Village, Stop)).Count;

        Assert.InRange(rest, 1, 230);
        Assert.Single(KeysIn(Village));
        Assert.Equal(250, await People.CountAsync(Stop));
    }

    [Fact]
    public async Task Who_changes_a_document_meanwhile_is_not_overwritten()
    {
        var siti = Person("Siti Nurhaliza", null);
        await SaveIn(Residents, siti);
        RenewPersonalKey();
        var changing = SaveIn(Residents, siti with { Name = "Siti Aminah", Version = 1 });
        await Store.ResealAsync(Village, Stop);
        await changing;

        Assert.Equal("Siti Aminah", (await Store.OpenSession(Village, Residents).LoadAsync<Person>(siti.Id, Stop))!.Name);
    }

    [Fact]
    public async Task Documents_of_a_module_that_does_not_run_keep_their_key_and_are_told()
    {
        var gone = Register(services => services.AddDocuments<Person>(d => d.Personal(p => p.Name)), "gone");
        await SaveIn(gone, Person("Siti Nurhaliza", null));
        Store.Release(gone);
        RenewPersonalKey();

        Assert.Equal(["gone"], (await Store.ResealAsync(Village, Stop)).Left);
        Assert.Contains("Siti Nurhaliza", Opened(Village), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sealed_documents_of_one_village_open_in_no_other()
    {
        await SaveIn(Residents, Person("Siti Nurhaliza", null));
        using var copy = Store.Copy(Village);
        var stored = copy.StreamSealed(copy.Types[0]).Single();

        Assert.Throws<StorageUnavailableException>(() => SealOf(Neighbour).Open("register", nameof(Person), stored));
        Assert.Throws<StorageUnavailableException>(() => SealOf(Village).Open("register", nameof(Citizen), stored));
        Assert.NotEmpty(SealOf(Village).Open("register", nameof(Person), stored));
    }

    private protected abstract PartitionSeal SealOf(Partition partition);

    HashSet<string> KeysIn(Partition partition)
    {
        using var copy = Store.Copy(partition);
        return [.. copy.Types.SelectMany(copy.StreamSealed).Select(body => SealedBody.Read(body)!.Key)];
    }

    string Opened(Partition partition)
    {
        using var copy = Store.Copy(partition);
        return string.Concat(copy.Types.SelectMany(copy.Read).Select(System.Text.Encoding.UTF8.GetString));
    }
}

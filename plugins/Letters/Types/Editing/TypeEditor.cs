namespace SmartKampung.Letters.Types.Editing;

/// <summary>Saves what a village makes of a letter type. The base that it was made of is kept beside it.</summary>
sealed class TypeEditor(LetterTypes types, IDocumentSession session, ITexts texts, TimeProvider clock)
{
    public Task<KnownType?> FindAsync(string slug, CancellationToken stop) => types.FindKnownAsync(slug, stop);

    /// <summary>Saves a change where it leaves the type right and nobody was faster; otherwise the form says what is wrong.</summary>
    /// <param name="known">What is changed.</param>
    /// <param name="changed">What it becomes.</param>
    /// <param name="version">The version that the writer saw.</param>
    /// <param name="form">Hears what is wrong.</param>
    /// <param name="stop">Cancels the saving.</param>
    /// <returns>Whether it is saved.</returns>
    public async Task<bool> SaveAsync(KnownType known, LetterType changed, int version, Form form, CancellationToken stop)
    {
        foreach (var mistake in TypeCheck.Find(changed)) form.AddError("", mistake.In(texts));
        if (known.Version != version) form.AddError("", texts["type.stale"]);
        if (!form.IsValid) return false;
        var kept = known.Changed is { Own: not null } before ? before : OnBase(known, changed.Slug);
        session.Store(kept with { Own = changed, IsOffered = known.Type.IsOffered });
        return await TrySaveAsync(form, stop);
    }

    /// <summary>Takes a type that comes from elsewhere in place of what is there.</summary>
    public async Task<bool> BringAsync(LetterType brought, Form form, CancellationToken stop)
    {
        session.Store(OnBase(await FindAsync(brought.Slug, stop), brought.Slug) with { Own = brought, IsOffered = brought.IsOffered });
        return await TrySaveAsync(form, stop);
    }

    /// <summary>What the village makes of a type, beside the base as it is now.</summary>
    public VillageType OnBase(KnownType? known, string slug) => (known?.Changed ?? new VillageType { Slug = slug }) with { Base = known?.Base?.Type, BaseSeenAt = clock.GetUtcNow() };

    public async Task<bool> TrySaveAsync(Form form, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return true;
        }
        catch (Exception busy) when (busy is ConcurrencyException or DuplicateException)
        {
            form.AddError("", texts["type.stale"]);
            return false;
        }
    }

    public void Store(VillageType type) => session.Store(type);

    public void Delete(VillageType type) => session.Delete(type);
}

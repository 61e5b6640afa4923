using SmartKampung.Letters.Types.Bases;

namespace SmartKampung.Letters.Types.Publishing;

/// <summary>What regency and districts publish.</summary>
sealed class Publications(IDocumentSession session, Catalogue catalogue, PublishingAreas areas, IPapers papers, TimeProvider clock, ITexts texts)
{
    const int MostEditions = 50;

    /// <summary>All that the present person sees.</summary>
    public Task<IReadOnlyList<PublishedType>> ListAsync(CancellationToken stop)
    {
        List<string> seen = [.. areas.All.Select(area => area.Code)];
        return session.Query<PublishedType>().Where(type => seen.Contains(type.Area)).ToListAsync(stop);
    }

    public Task<PublishedType?> FindAsync(PublishingArea area, string slug, CancellationToken stop)
    {
        var code = area.Code;
        return session.Query<PublishedType>().Where(type => type.Area == code && type.Slug == slug).FirstOrDefaultAsync(stop);
    }

    /// <summary>What the villages of an area have where it publishes nothing of that name.</summary>
    public async Task<LetterType?> BelowAsync(PublishingArea area, string slug, CancellationToken stop)
    {
        var ofRegency = area.Code.Length == 0 ? null : await session.Query<PublishedType>().Where(type => type.Area == "" && type.Slug == slug).FirstOrDefaultAsync(stop);
        return ofRegency?.Type ?? catalogue.Find(slug);
    }

    /// <summary>The next edition, begun from the one before or from what the villages have; null where the person publishes nothing there or there is no such type.</summary>
    public async Task<BegunEdition?> BeginAsync(string key, string slug, CancellationToken stop)
    {
        if (areas.Find(key) is not { IsOwn: true } area) return null;
        var present = await FindAsync(area, slug, stop);
        return (present?.Type ?? await BelowAsync(area, slug, stop)) is { } type ? new(area, present, type) : null;
    }

    /// <summary>Gives a type to the villages of an area, where it is right and nobody was faster; otherwise the form says what is wrong.</summary>
    public async Task<bool> PublishAsync(BegunEdition begun, LetterType type, string note, Form form, CancellationToken stop)
    {
        foreach (var mistake in TypeCheck.Find(type)) form.AddError("", mistake.In(texts));
        if (papers.FindMistake(type.Body) is { } wrong) form.AddError("", texts["type.wrong.body", wrong.Line, wrong.Column, wrong.Reason]);
        if (begun.Present is { } before && LetterJson.Write(before.Type) == LetterJson.Write(type)) form.AddError("", texts["publish.same"]);
        if (!form.IsValid) return false;
        session.Store(Next(begun, type, note));
        return await TrySaveAsync(form, stop);
    }

    public Task<bool> WithdrawAsync(PublishedType published, Form form, CancellationToken stop)
    {
        session.Delete(published);
        return TrySaveAsync(form, stop);
    }

    PublishedType Next(BegunEdition begun, LetterType type, string note)
    {
        var present = begun.Present ?? new PublishedType { Area = begun.Area.Code, Slug = type.Slug, Type = type };
        var edition = new Edition((present.Latest?.Number ?? 0) + 1, note.Trim(), clock.GetUtcNow());
        return present with { Type = type, Editions = [.. present.Editions.TakeLast(MostEditions - 1), edition] };
    }

    async Task<bool> TrySaveAsync(Form form, CancellationToken stop)
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
}

/// <summary>An edition before it is published.</summary>
/// <param name="Area">For whom.</param>
/// <param name="Present">The edition before; null for the first.</param>
/// <param name="Type">What it begins with.</param>
sealed record BegunEdition(PublishingArea Area, PublishedType? Present, LetterType Type)
{
    public string Path => Area.PathOf(Type.Slug);

    /// <summary>The version of the edition before, 0 for none.</summary>
    public int Version => Present?.Version ?? 0;
}

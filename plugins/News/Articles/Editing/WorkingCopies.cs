namespace SmartKampung.News.Articles;

/// <summary>Keeps what people type, one copy a person and article, and knows who else is writing.</summary>
sealed class WorkingCopies(IDocumentSession session, IPerson person, TimeProvider clock)
{
    const int MostOfAPerson = 30;
    static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>Their own copy of an article, or null.</summary>
    public async Task<WorkingCopy?> OwnAsync(Guid article, CancellationToken stop) => person.Id is { } id
        ? await session.Query<WorkingCopy>().Where(copy => copy.Article == article && copy.Person == id).FirstOrDefaultAsync(stop)
        : null;

    /// <summary>The newest of their copies of articles that were never saved, or null.</summary>
    public async Task<WorkingCopy?> BegunAsync(CancellationToken stop) => person.Id is { } id
        ? await session.Query<WorkingCopy>().Where(copy => copy.Person == id && copy.IsBegun).OrderByDescending(copy => copy.KeptAt).FirstOrDefaultAsync(stop)
        : null;

    /// <summary>The names of others who have the article open.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(Guid article, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - WorkingCopy.Presence;
        var present = await session.Query<WorkingCopy>().Where(copy => copy.Article == article && copy.SeenAt > since).ToListAsync(stop);
        return [.. present.Where(copy => copy.Person != person.Id).Select(copy => copy.Name)];
    }

    /// <summary>Notes that the article is open, and what is typed where something is. Two pages of one person at once: the later one counts.</summary>
    public async Task KeepAsync(Guid article, ArticleForm? typed, IReadOnlyList<GalleryPicture> gallery, CancellationToken stop)
    {
        if (person.Id is not { } id) return;
        var now = clock.GetUtcNow();
        var copy = (await OwnAsync(article, stop) ?? new WorkingCopy { Article = article, Person = id, Name = person.Name }) with { SeenAt = now };
        if (typed is not null) copy = copy with { Typed = typed, Gallery = gallery, KeptAt = now, IsBegun = typed.Version == 0 };
        session.Store(copy);
        if (copy.Version == 0) await TidyAsync(id, now, stop);
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (Exception faster) when (faster is ConcurrencyException or DuplicateException)
        {
        }
    }

    /// <summary>Deletes the own copy with the session's next save.</summary>
    public async Task DropAsync(Guid article, CancellationToken stop)
    {
        if (await OwnAsync(article, stop) is { } copy) session.Delete(copy);
    }

    async Task TidyAsync(Guid id, DateTimeOffset now, CancellationToken stop)
    {
        var before = now - Life;
        var old = await session.Query<WorkingCopy>().Where(copy => copy.SeenAt < before).Take(MostOfAPerson).ToListAsync(stop);
        var many = await session.Query<WorkingCopy>().Where(copy => copy.Person == id).OrderByDescending(copy => copy.SeenAt).Skip(MostOfAPerson - 1).ToListAsync(stop);
        foreach (var copy in old.UnionBy(many, copy => copy.Id)) session.Delete(copy);
    }
}

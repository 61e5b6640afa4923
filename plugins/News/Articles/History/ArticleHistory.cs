using System.Globalization;

namespace SmartKampung.News.Articles;

/// <summary>Stores a revision beside each change of an article's text, in the same unit of work.</summary>
sealed class ArticleHistory(IDocumentSession session, IPerson person)
{
    /// <summary>The article with the number of its newest revision; where the text changed, that is stored too.</summary>
    /// <param name="before">The article as it is saved, or null for a new one.</param>
    /// <param name="article">As it will be saved.</param>
    /// <param name="restoredFrom">The revision that is taken back, or null.</param>
    public Article Note(Article? before, Article article, int? restoredFrom = null)
    {
        if (before is not null && Revision.Of(before).Says(Revision.Of(article))) return article;
        // What was written before there were revisions is not lost either.
        var first = before is { Revision: 0 } ? before with { Revision = 1 } : before;
        if (first != before) session.Store(Revision.Of(first!));
        var next = article with { Revision = (first?.Revision ?? 0) + 1 };
        session.Store(Revision.Of(next) with { Person = person.Id, By = person.Name, RestoredFrom = restoredFrom });
        return next;
    }

    public Task<IReadOnlyList<Revision>> OfAsync(Guid article, CancellationToken stop) =>
        session.Query<Revision>().Where(revision => revision.Article == article).OrderByDescending(revision => revision.Number).ToListAsync(stop);

    public async Task<Revision?> FindAsync(Guid article, string number, CancellationToken stop) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? await FindAsync(article, known, stop) : null;

    public Task<Revision?> FindAsync(Guid article, int number, CancellationToken stop) =>
        session.Query<Revision>().Where(revision => revision.Article == article && revision.Number == number).FirstOrDefaultAsync(stop);
}

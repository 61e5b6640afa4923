namespace SmartKampung.News;

static class UniqueSlugs
{
    const int Tries = 100;
    const string SlugKey = "Slug";

    /// <summary>Saves a document under a free slug, and looks for the next one when somebody took it meanwhile.</summary>
    /// <returns>The document as it is now stored.</returns>
    public static async Task<T> SaveUnderFreeSlugAsync<T>(
        this IDocumentSession session, Func<Task<string>> free, Func<string, T> named, CancellationToken stop) where T : Document
    {
        for (var tries = 1; ; tries++)
        {
            var document = named(await free());
            session.Store(document);
            try
            {
                await session.SaveChangesAsync(stop);
                return document with { Version = document.Version + 1 };
            }
            catch (DuplicateException taken) when (tries < Tries && taken.Key == SlugKey)
            {
            }
        }
    }
}

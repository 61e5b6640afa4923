using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Home;

/// <summary>A page that the village wrote itself.</summary>
static class ShowOwnPage
{
    public static async Task<Page> HandleAsync(string slug, HttpContext context, OwnPages pages, CancellationToken stop)
    {
        var listed = PresentVillage.LookOf(context).Pages.FirstOrDefault(page => page.Slug == slug && page.IsPublished);
        return listed is not null && await pages.FindAsync(PresentVillage.Of(context)!.Id, listed.Id, stop) is { } page ? View(page, context) : Page.NotFound();
    }

    public static Page View(VillagePage page, HttpContext context)
    {
        var language = RequestLanguage.Of(context);
        return Page.View("village-page", new { heading = page.Title.In(language), body = new Html(page.Body.In(language)), page.Listing.Path });
    }
}

using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Privacy;

/// <summary>The privacy notice: what is kept of people, made from what really is, with the words of the village or the regency.</summary>
static class ShowNotice
{
    public static async Task<Page> HandleAsync(HttpContext context, Notices notices, NoticeRows rows, CancellationToken stop)
    {
        var scope = ScopeOfRequest.Of(context);
        var notice = await notices.FindAsync(scope, stop);
        return Page.View("privacy", new
        {
            own = Paragraphs(notice.Text.In(RequestLanguage.Of(context))),
            contact = Paragraphs(notice.Contact),
            profile = PresentVillage.Of(context)?.Profile,
            rows = rows.OfHost(context),
            modules = rows.OfModules(context),
            version = await notices.VersionAsync(scope, stop),
            changed_at = notice.ChangedAt,
        });
    }

    static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

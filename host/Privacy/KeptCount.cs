using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Privacy;

/// <summary>How much of a kind is kept of a person.</summary>
/// <param name="Module">The name of the module that keeps it.</param>
/// <param name="Village">Where.</param>
/// <param name="What">What it is.</param>
/// <param name="Count">How many.</param>
sealed record KeptCount(string Module, string Village, string What, int Count)
{
    public static IReadOnlyList<KeptCount> Of(PersonalFindings found, HttpContext context)
    {
        var (rows, catalog) = (context.RequestServices.GetRequiredService<NoticeRows>(), context.RequestServices.GetRequiredService<IModuleCatalog>());
        return
        [
            .. from finding in found.Kept
               group finding by (finding.Module, finding.Village, finding.Type) into kind
               select new KeptCount(
                   catalog.Find(kind.Key.Module)?.Name.In(RequestLanguage.Of(context)) ?? kind.Key.Module,
                   kind.Key.Village,
                   rows.NameOf(kind.Key.Module, kind.Key.Type, context),
                   kind.Count()),
        ];
    }
}

using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Privacy;

/// <summary>The page of my own data.</summary>
sealed class OwnDataView(ModulePersonalData data, NoticeRows rows, Consents consents, AgreedTo agreed, PersonalRequests requests, VillageRegistry villages)
{
    /// <summary>Whom the person may ask: the villages that they have a role in, or else the regency.</summary>
    public static IReadOnlyList<Scope> PlacesOf(HttpContext context)
    {
        var places = SignedIn.Of(context)!.Roles.Select(role => Scope.Parse(role.Scope)).Where(scope => scope.Kind is ScopeKind.Village).Distinct().ToArray();
        return places.Length > 0 ? places : [Scope.Regency];
    }

    public async Task<Page> ShowAsync(HttpContext context, Form form, CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account.Id;
        var found = await data.FindAsync(account, Scope.Regency, stop);
        var places = PlacesOf(context);
        var given = await consents.OfAsync(account, stop);
        return Page.View("account-data", new
        {
            rows = rows.OfHost(context),
            kept = KeptCount.Of(found, context),
            missing = found.Missing,
            consent = given.LastOrDefault(consent => consent.Module.Length == 0),
            agreed = agreed.Rows(given, context),
            requests = (await requests.OfAsync(account, stop)).Select(request => new { request, place = PlaceName.Of(request.Scope, villages) }).ToArray(),
            places = places.Count > 1 ? places.Select(place => new FieldOption(place.ToString(), PlaceName.Of(place.ToString(), villages))).ToArray() : [],
        }, form);
    }
}

using System.Globalization;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>The villages of the installation: finding, adding and changing them.</summary>
static class ManageVillages
{
    public const string Path = "/kelola/desa";

    const int PageSize = 25;

    static readonly string[] Filters = ["cari", "kecamatan", "keadaan"];

    public static void MapVillages(this IEndpointRouteBuilder console)
    {
        console.MapGet("/desa", List).RequirePermission(HostPermissions.Villages);
        console.MapGet("/desa/tambah", (HttpContext context) => AddView(Form.Empty<AddedVillage>())).RequirePermission(HostPermissions.ChangeVillages);
        console.MapPost("/desa/tambah", AddAsync).RequirePermission(HostPermissions.ChangeVillages);
        console.MapGet("/desa/{code}", ShowAsync).RequirePermission(HostPermissions.Villages);
        console.MapPost("/desa/{code}", ChangeAsync).RequirePermission(HostPermissions.ChangeVillages);
    }

    static Page List(string? cari, string? kecamatan, string? keadaan, string? halaman, HttpContext context, VillagesInSight villages)
    {
        var wanted = new SearchText(cari).Value;
        var kept = villages.Of(context).Where(village => IsIn(village, kecamatan) && IsOf(village, keadaan)).ToArray();
        var found = kept.Search(wanted, PageNumber.Of(halaman), PageSize);
        if (found.Villages.Count == 0 && found.Page > found.LastPage) return Page.NotFound();
        return Page.View("regency-villages", new
        {
            search = wanted,
            district = kecamatan,
            state = keadaan,
            districts = villages.DistrictsOf(context).OrderBy(district => district.Name, StringComparer.OrdinalIgnoreCase).ToArray(),
            villages = found.Villages.Select(VillageRow.Of).ToArray(),
            total = found.Total,
            current = found.Page,
            last = found.LastPage,
            pages_address = $"{Path}?{Query(wanted, kecamatan, keadaan)}halaman=",
            may_change = Rights.HoldsToChange(context, HostPermissions.ChangeVillages),
        });
    }

    static bool IsIn(VillageEntry village, string? district) => string.IsNullOrEmpty(district) || village.District.Code == district;

    static bool IsOf(VillageEntry village, string? state) => string.IsNullOrEmpty(state) || VillageRow.StateOf(village) == state;

    static string Query(params string?[] values) => string.Concat(
        Filters.Zip(values).Where(pair => !string.IsNullOrEmpty(pair.Second)).Select(pair => $"{pair.First}={Uri.EscapeDataString(pair.Second!)}&"));

    static Page AddView(Form<AddedVillage> form) => Page.View("regency-village-new", new { }, form);

    static async Task<Page> AddAsync(Form<AddedVillage> form, HttpContext context, AddVillage add, CancellationToken stop)
    {
        if (!form.IsValid) return AddView(form);
        var (village, refusal) = await add.RunAsync(form.Value.AsVillage(), stop);
        if (village is not null) return Page.SeeOther($"{Path}/{village.Code}", message: "regency.village.added");
        VillageErrors.Tell(form, refusal!, context);
        return AddView(form);
    }

    static async Task<Page> ShowAsync(string code, HttpContext context, VillagesInSight villages, SupportVisits support, CancellationToken stop) =>
        villages.Find(code, context) is { } village ? await ViewAsync(village, Form.Of(ChangedVillage.Of(village)), context, support, stop) : Page.NotFound();

    static async Task<Page> ChangeAsync(
        string code, Form<ChangedVillage> form, HttpContext context, VillagesInSight villages, ChangeVillage change, SupportVisits support, CancellationToken stop)
    {
        if (villages.Find(code, context) is not { } known) return Page.NotFound();
        if (!form.IsValid) return await ViewAsync(known, form, context, support, stop);
        var (village, refusal) = await change.RunAsync(known.Id, form.Value.AsChange(), form.Value.Seen, stop);
        if (village is not null) return Page.SeeOther($"{Path}/{village.Code}", message: "regency.village.saved");
        VillageErrors.Tell(form, refusal!, context);
        return await ViewAsync(villages.Find(code, context)!, form, context, support, stop);
    }

    static async Task<Page> ViewAsync(VillageEntry village, Form form, HttpContext context, SupportVisits support, CancellationToken stop)
    {
        var texts = context.RequestServices.GetRequiredService<TextLibrary>().For(PageOwner.Host.Id, context);
        var visits = await support.LatelyAsync(village.Id, stop);
        return Page.View("regency-village", new
        {
            row = VillageRow.Of(village),
            present = ChangedVillage.Of(village),
            seen = village.Record.Version.ToString(CultureInfo.InvariantCulture),
            earlier = village.Record.EarlierCodes.Select(earlier => earlier.Code).Concat(village.Record.Aliases.Select(alias => "/" + alias)).ToArray(),
            zones = TimeZones.All.Select(zone => new FieldOption(zone, texts[$"time_zone.{zone}"])).ToArray(),
            visits,
            may_change = Rights.HoldsToChange(context, HostPermissions.ChangeVillages),
            may_invite = Rights.Holds(context, HostPermissions.RegencyPeople),
            enters_as_support = Rights.HoldsToChange(context, HostPermissions.Support) && !visits.Any(visit => visit.IsOpen && visit.AccountId == SignedIn.Of(context)?.Account.Id),
        }, form);
    }
}

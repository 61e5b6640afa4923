namespace SmartKampung.Residents.People;

/// <summary>Where regency and districts look for people who are registered in several villages. They see villages and records, and no person.</summary>
static class ShowDoubles
{
    const string Path = "/kelola/residents";

    public static IServiceCollection AddDoubles(this IServiceCollection services) => services
        .AddPermission(Permissions.Doubles)
        .AddReadModel<Resident, PersonInVillage>(PersonInVillage.Of, d => d.Index(p => p.Portion).Personal(p => p.Nik, p => p.Portion))
        .AddPortalDocuments<DoublesSearch>(d => d.Index(s => s.Person).Personal(s => s.Found))
        .AddScoped<FindDoubles>();

    public static void MapDoubles(this IEndpointRouteBuilder regency)
    {
        regency.MapGet("/", Show).RequirePermission(Permissions.Doubles);
        regency.MapPost("/cari", Search).RequirePermission(Permissions.Doubles);
    }

    static async Task<Page> Show(FindDoubles doubles, IAddresses addresses, CancellationToken stop)
    {
        var last = await doubles.LastAsync(stop);
        return Page.View("residents-doubles", new { last, found = last?.Found.Select(record => ShownDouble.Of(record, addresses)).ToList() ?? [] });
    }

    static async Task<Page> Search(Form<Nothing> form, FindDoubles doubles, CancellationToken stop)
    {
        if (!form.IsValid) return Page.SeeOther(Path);
        await doubles.SearchAsync(stop);
        return Page.SeeOther(Path, "doubles.searched");
    }
}

/// <summary>A double in the list.</summary>
sealed record ShownDouble(bool IsForGood, IReadOnlyList<ShownPlace> Places)
{
    public static ShownDouble Of(DoubleRecord record, IAddresses addresses) =>
        new(record.IsForGood, [.. record.Places.Select(place => new ShownPlace(place, addresses.InVillage(place.VillageSlug, $"/kelola/residents/orang/{place.Resident}")))]);
}

/// <summary>One of its records, with the address where the village's staff open it.</summary>
sealed record ShownPlace(DoublePlace Place, string Address);

using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Villages;

static class VillagesApi
{
    const string Tag = "Villages";
    const int MaxBody = 256 * 1024;

    /// <summary>Finding, adding, changing and closing villages.</summary>
    public static void MapVillagesApi(this IEndpointRouteBuilder app)
    {
        var villages = app.MapGroup("/api/villages").WithTags(Tag).WithMetadata(new RequestLimit(MaxBody));
        villages.MapGet("/", List).WithName("ListVillages").WithSummary("Finds villages by name, district, regency, postal code or code.").Produces<VillageList>();
        villages.MapPost("/", Add).RequireAdministrator().WithName("AddVillage").WithSummary("Adds a village.")
            .Accepts<NewVillage>("application/json").Produces<VillageView>(StatusCodes.Status201Created);
        var village = villages.MapGroup("/{code}").AddEndpointFilter(PresentCode.Filter);
        village.MapGet("/", Show).WithName("ShowVillage").WithSummary("A village by its code.").Produces<VillageView>();
        village.MapPatch("/", Change).RequireAdministrator().AllowReadOnly().WithName("ChangeVillage").WithSummary("Changes what is sent and leaves the rest.")
            .Accepts<VillageChange>("application/json").Produces<VillageView>();
        village.MapDelete("/", Close).RequireAdministrator().AllowReadOnly().WithName("CloseVillage")
            .WithSummary("Closes a village: its site is gone, its data and its code stay.").Produces(StatusCodes.Status204NoContent);
    }

    static IResult List(VillageRegistry villages, string? search = null, int page = 1)
    {
        var index = villages.Villages;
        var found = index.Search(search, page);
        return ApiJson.Ok(new VillageList(found.Total, found.Page, found.PageSize, found.LastPage, [.. found.Villages.Select(village => VillageView.Of(village, index))]));
    }

    static IResult Show(string code, VillageRegistry villages, HttpContext context) =>
        villages.FindByCode(code) is { } village ? ApiJson.Ok(VillageView.Of(village, villages.Villages)) : Refusal.NotFound.In(context);

    static async Task<IResult> Add(Body<NewVillage> body, HttpContext context, VillageRegistry villages, AddVillage add, CancellationToken stop)
    {
        var (village, refusal) = await add.RunAsync(body.Value, stop);
        return village is null ? refusal!.In(context) : ApiJson.Created($"/api/villages/{village.Code}", VillageView.Of(village, villages.Villages));
    }

    static async Task<IResult> Change(
        string code, Body<VillageChange> body, HttpContext context, VillageRegistry villages, ChangeVillage change, CancellationToken stop)
    {
        var (village, refusal) = await change.RunAsync(villages.FindByCode(code)!.Id, body.Value, stop);
        return village is null ? refusal!.In(context) : ApiJson.Ok(VillageView.Of(village, villages.Villages));
    }

    static async Task<IResult> Close(string code, HttpContext context, VillageRegistry villages, ChangeVillage change, CancellationToken stop)
    {
        var (_, refusal) = await change.RunAsync(villages.FindByCode(code)!.Id, new() { Closed = true }, stop);
        return refusal?.In(context) ?? Results.NoContent();
    }
}

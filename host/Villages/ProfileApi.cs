using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Villages;

static class ProfileApi
{
    const int MaxBody = 512 * 1024;

    /// <summary>Reading and replacing what a village tells of itself.</summary>
    public static void MapProfileApi(this IEndpointRouteBuilder app)
    {
        var profile = app.MapGroup("/api/villages/{code}/profile").AddEndpointFilter(PresentCode.Filter)
            .WithTags("Villages").WithMetadata(new RequestLimit(MaxBody));
        profile.MapGet("/", Show).WithName("ShowProfile").WithSummary("What a village tells of itself.").Produces<VillageProfile>();
        profile.MapPut("/", Replace).RequireAdministrator().WithName("ReplaceProfile").WithSummary("Replaces what a village tells of itself.")
            .Accepts<VillageProfile>("application/json").Produces<VillageProfile>();
    }

    static async Task<IResult> Show(string code, VillageRegistry villages, VillageCache cache, CancellationToken stop) =>
        ApiJson.Ok((await cache.GetAsync(villages.FindByCode(code)!, stop)).Profile);

    static async Task<IResult> Replace(
        string code, Body<VillageProfile> body, HttpContext context, VillageRegistry villages, ReplaceProfile replace, CancellationToken stop)
    {
        var (saved, refusal) = await replace.RunAsync(villages.FindByCode(code)!.Id, body.Value, stop);
        return saved is null ? refusal!.In(context) : ApiJson.Ok(saved);
    }
}

using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Operations;

/// <summary>The keys of personal data, for whoever runs the host; they are told by their names alone.</summary>
static class PersonalKeysApi
{
    static readonly LocalText StillNeeded = new("Kunci lama masih dipakai; tidak ada yang dihapus.", "The old keys are still needed; nothing was dropped.");

    public static void MapPersonalKeysApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/keys/personal").WithTags("Operations").RequireAdministrator();
        api.MapGet("/", Show).WithName("ShowPersonalKeys").WithSummary("The keys of personal data, and how far it is that everything is sealed with the present one.").Produces<PersonalKeysView>();
        api.MapPost("/reseal", Reseal).WithName("ResealPersonal").WithSummary("Seals everything anew that is not sealed with the present key, and ends when that is done.").Produces<PersonalKeysView>();
        api.MapDelete("/old", Drop).WithName("DropOldPersonalKeys").WithSummary("Drops all keys but the present one, once nothing here is sealed with them.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);
    }

    static async Task<IResult> Show(PersonalKeys keys, ResealPersonal reseal, CancellationToken stop) => ApiJson.Ok(await ViewAsync(keys, reseal, stop));

    static async Task<IResult> Reseal(PersonalKeys keys, ResealPersonal reseal, CancellationToken stop)
    {
        await reseal.RunAsync(stop);
        return ApiJson.Ok(await ViewAsync(keys, reseal, stop));
    }

    static async Task<IResult> Drop(ResealPersonal reseal, AuditLog log, HttpContext context, CancellationToken stop)
    {
        if (await reseal.DropOldAsync(stop) is { Count: > 0 } left) return Refused(left, context);
        await log.NoteAsync("keys.drop", null, stop);
        return Results.NoContent();
    }

    static IResult Refused(IReadOnlyList<string> left, HttpContext context) => Results.Problem(
        title: StillNeeded.In(RequestLanguage.Of(context)), statusCode: StatusCodes.Status409Conflict,
        extensions: new Dictionary<string, object?> { ["errors"] = left.Select(why => new { Pointer = "", Detail = why }).ToArray() });

    static async Task<PersonalKeysView> ViewAsync(PersonalKeys keys, ResealPersonal reseal, CancellationToken stop)
    {
        var state = reseal.State;
        return new([.. keys.All().Select(key => key.Id)], await reseal.IsDoneAsync(stop), state.Done, state.Of, state.Left);
    }
}

/// <param name="Keys">The names of the keys; the last one seals.</param>
/// <param name="Whole">Whether nothing is sealed with another one.</param>
/// <param name="Done">How many villages and other heaps are done in the last round.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Left">What could not be sealed anew, and why.</param>
sealed record PersonalKeysView(IReadOnlyList<string> Keys, bool Whole, int Done, int Of, IReadOnlyList<string> Left);

using SmartKampung.Host.Accounts;
using SmartKampung.Host.Background;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Villages.Succession;

static class SuccessionApi
{
    const int MaxBody = 256 * 1024;

    public static IServiceCollection AddSuccession(this IServiceCollection services) => services
        .AddSingleton<Successions>()
        .AddSingleton<SuccessionDocuments>()
        .AddSingleton<RecodeVillage>()
        .AddSingleton<SplitVillage>()
        .AddSingleton<MergeVillages>();

    /// <summary>New codes, splits and merges. The same call twice changes nothing and is told so.</summary>
    public static void MapSuccessionApi(this IEndpointRouteBuilder app)
    {
        var actions = app.MapGroup("/api/villages/{code}/actions").RequireAdministrator().AllowReadOnly().WithTags("Villages").WithMetadata(new RequestLimit(MaxBody));
        actions.MapPost("/recode", Recode).WithName("RecodeVillage").WithSummary("Gives a village a new code; the old one leads to it.")
            .Accepts<Recoding>("application/json").Produces<SuccessionView>();
        actions.MapPost("/split", Split).WithName("SplitVillage").WithSummary("Makes new villages of parts of one, which stays or closes into one of them.")
            .Accepts<Splitting>("application/json").Produces<SuccessionView>();
        actions.MapPost("/merge", Merge).WithName("MergeVillages").WithSummary("Makes villages part of this one; they close and lead to it, their data stay with them.")
            .Accepts<Merging>("application/json").Produces<SuccessionView>();
    }

    static async Task<IResult> Recode(string code, Body<Recoding> body, HttpContext context, RecodeVillage recode, CancellationToken stop) =>
        await AnswerAsync(await recode.RunAsync(code, body.Value, stop), SuccessionMessages.Recoded, context);

    static async Task<IResult> Split(string code, Body<Splitting> body, HttpContext context, SplitVillage split, CancellationToken stop) =>
        await AnswerAsync(await split.RunAsync(code, body.Value, stop), SuccessionMessages.Split, context);

    static async Task<IResult> Merge(string code, Body<Merging> body, HttpContext context, MergeVillages merge, CancellationToken stop) =>
        await AnswerAsync(await merge.RunAsync(code, body.Value, stop), SuccessionMessages.Merged, context);

    /// <summary>The portal's view has followed before the caller is told.</summary>
    static async Task<IResult> AnswerAsync((Outcome? Outcome, Refusal? Refusal) result, LocalText done, HttpContext context)
    {
        if (result.Outcome is not { } outcome) return result.Refusal!.In(context);
        if (context.RequestServices.GetService<OutboxDelivery>() is { } portal) await portal.CatchUpAsync();
        var villages = context.RequestServices.GetRequiredService<VillageRegistry>().Villages;
        var language = RequestLanguage.Of(context);
        string[] gone = [.. outcome.Others.Prepend(outcome.Village).Where(village => village.IsClosed).Select(village => village.Code)];
        return ApiJson.Ok(new SuccessionView(
            outcome.IsNew,
            (outcome.IsNew ? done : SuccessionMessages.DoneBefore).In(language),
            gone.Length == 0 ? null : SuccessionMessages.DataOf(gone).In(language),
            VillageView.Of(outcome.Village, villages),
            [.. outcome.Others.Select(village => VillageView.Of(village, villages))]));
    }
}

/// <summary>What became of a village.</summary>
/// <param name="Done">False where it had been done before and nothing was changed now.</param>
/// <param name="Message">What was done.</param>
/// <param name="Data">What happens to the data of villages that closed.</param>
/// <param name="Village">The village.</param>
/// <param name="Villages">The villages that were split off, or that became part of it.</param>
sealed record SuccessionView(bool Done, string Message, string? Data, VillageView Village, IReadOnlyList<VillageView> Villages);

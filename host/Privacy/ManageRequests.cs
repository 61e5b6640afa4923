using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Privacy;

/// <summary>Where staff see who wants their data put right or erased, until when they owe an answer, and give it.</summary>
static class ManageRequests
{
    public const string Path = "/kelola/data-pribadi";

    public static void MapPersonalRequests(this IEndpointRouteBuilder console, Permission permission)
    {
        console.MapGet("/data-pribadi", ListAsync).RequirePermission(permission);
        console.MapGet("/data-pribadi/{id:guid}", ShowAsync).RequirePermission(permission);
        console.MapPost("/data-pribadi/{id:guid}", AnswerRequest.HandleAsync).RequirePermission(permission).AllowReadOnly();
        console.MapGet("/data-pribadi/pemberitahuan", EditNotice.ShowAsync).RequirePermission(permission);
        console.MapPost("/data-pribadi/pemberitahuan", EditNotice.SaveAsync).RequirePermission(permission);
    }

    static async Task<Page> ListAsync(HttpContext context, PersonalRequests requests, TimeProvider clock, CancellationToken stop)
    {
        var all = await requests.InAsync(ScopeOfRequest.Of(context), stop);
        return Page.View("console-requests", new
        {
            waiting = all.Where(request => request.IsOpen).OrderBy(request => request.DueAt).ToArray(),
            answered = all.Where(request => !request.IsOpen).ToArray(),
            now = clock.GetUtcNow(),
        });
    }

    static async Task<Page> ShowAsync(Guid id, HttpContext context, PersonalRequests requests, ModulePersonalData data, CancellationToken stop) =>
        await requests.FindAsync(id, ScopeOfRequest.Of(context), stop) is { } request
            ? await ViewAsync(request, Form.Of(new RequestAnswer(null, request.Answer)), context, data, stop)
            : Page.NotFound();

    public static async Task<Page> ViewAsync(PersonalRequest request, Form form, HttpContext context, ModulePersonalData data, CancellationToken stop)
    {
        var found = request.IsOpen ? await data.FindAsync(request.AccountId, ScopeOfRequest.Of(context), stop) : new([], []);
        return Page.View("console-request", new
        {
            request,
            kept = KeptCount.Of(found, context),
            missing = found.Missing,
            may_change = Rights.HoldsToChange(context, ScopeOfRequest.PermissionOf(context)),
        }, form);
    }
}

/// <summary>What staff decide and say.</summary>
/// <param name="Decision">What they decide; nothing while an erasure goes on.</param>
/// <param name="Answer">What the person reads.</param>
sealed record RequestAnswer(
    [Required, Display(Name = "privacy.decision")] Decision? Decision,
    [Required, StringLength(2000), Display(Name = "privacy.answer")] string Answer);

enum Decision
{
    Grant,
    Refuse,
}

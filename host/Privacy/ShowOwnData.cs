using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Privacy;

/// <summary>What is kept of me and why, what I agreed to, and what I asked for.</summary>
static class ShowOwnData
{
    public const string Path = "/akun/data-pribadi";

    public static void MapOwnData(this IEndpointRouteBuilder own)
    {
        own.MapGet("/data-pribadi", (HttpContext context, OwnDataView view, CancellationToken stop) => view.ShowAsync(context, Form.Empty<OwnRequest>(), stop)).AllowSignedIn();
        own.MapPost("/data-pribadi", AskAsync).AllowSignedIn();
        own.MapPost("/data-pribadi/persetujuan", GiveAsync).AllowSignedIn();
        own.MapPost("/data-pribadi/persetujuan/tarik", WithdrawAsync).AllowSignedIn();
        own.MapPost("/data-pribadi/persetujuan/{id:guid}/tarik", WithdrawOneAsync).AllowSignedIn();
    }

    static async Task<Page> AskAsync(Form<OwnRequest> form, HttpContext context, OwnDataView view, PersonalRequests requests, TextLibrary library, CancellationToken stop)
    {
        var texts = library.For(PageOwner.Host.Id, context);
        var scope = form.IsValid ? ScopeOf(form.Value.Place, OwnDataView.PlacesOf(context)) : null;
        if (form.IsValid && scope is null) form.AddError(nameof(OwnRequest.Place), texts["validation.choice"]);
        if (form.IsValid && !Characters.AreText(form.Value.Reason)) form.AddError(nameof(OwnRequest.Reason), texts["validation.characters"]);
        if (form.IsValid && !await requests.AskAsync(SignedIn.Of(context)!.Account, scope!.Value, form.Value.Kind, form.Value.Reason, stop)) form.AddError("", texts["privacy.asked_before"]);
        return form.IsValid ? Page.SeeOther(Path, message: "privacy.asked") : await view.ShowAsync(context, form, stop);
    }

    /// <summary>Nobody asks a village that they have nothing to do with; who has one only need not choose.</summary>
    static Scope? ScopeOf(string? typed, IReadOnlyList<Scope> places) =>
        places.Count == 1 ? places[0] : places.Where(place => place.ToString() == typed).Select(place => (Scope?)place).FirstOrDefault();

    static async Task<Page> GiveAsync(HttpContext context, Consents consents, Notices notices, CancellationToken stop)
    {
        await consents.GiveAsync(SignedIn.Of(context)!.Account.Id, await notices.VersionAsync(OwnDataView.PlacesOf(context)[0], stop), stop);
        return Page.SeeOther(Path, message: "privacy.consent.given");
    }

    static async Task<Page> WithdrawAsync(HttpContext context, Consents consents, CancellationToken stop)
    {
        await consents.WithdrawAsync(SignedIn.Of(context)!.Account.Id, stop);
        return Page.SeeOther(Path, message: "privacy.consent.withdrawn");
    }

    static async Task<Page> WithdrawOneAsync(Guid id, HttpContext context, Consents consents, CancellationToken stop) =>
        await consents.WithdrawAsync(SignedIn.Of(context)!.Account.Id, id, stop) ? Page.SeeOther(Path, message: "privacy.consent.withdrawn") : Page.NotFound();
}

/// <summary>What somebody asks for.</summary>
/// <param name="Kind">To be put right, or to be erased.</param>
/// <param name="Place">The village whose data it is about.</param>
/// <param name="Reason">What is wrong, or why.</param>
sealed record OwnRequest(
    [Required, Display(Name = "privacy.kind")] RequestKind Kind,
    [StringLength(100), Display(Name = "privacy.place")] string? Place,
    [Required, StringLength(2000, MinimumLength = 10), Display(Name = "privacy.reason")] string Reason);

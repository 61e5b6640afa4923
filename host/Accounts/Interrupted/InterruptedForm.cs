using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts.Interrupted;

/// <summary>A form that was sent when the session was over already: its sender signs in again and goes on with what they typed.</summary>
static class InterruptedForm
{
    /// <summary>All that was kept on a page of its own, for what no form has a place for.</summary>
    public const string WholePath = Path + "?semua=1";

    const string Path = "/masuk/lanjut";

    /// <summary>The way to sign in and back, or null for what no page of ours has sent.</summary>
    public static async Task<string?> WayBackAsync(HttpContext context, SignedIn? person)
    {
        if (!IsSentByOwnPage(context.Request)) return null;
        var page = PageOf(context.Request) ?? context.Request.PathBase;
        var next = await TryKeepAsync(context, page) ? ReturnAddress.AtPortal(context, Path) : page;
        FlashMessage.Leave(context, PageOwner.Host.Id, next == page ? "kept.not" : "kept.told");
        return ReturnAddress.AtPortal(context, person is null ? "/masuk" : SecondStep.Path) + ReturnAddress.Query(context, next);
    }

    /// <summary>Leads back to the form; or shows what was kept, with a button that sends it. Nothing is sent by itself.</summary>
    public static IResult Show(HttpContext context, KeptForms forms)
    {
        if (forms.Find(context) is not { } kept) return new SeeOther(ReturnAddress.AtPortal(context, "/akun"));
        if (!context.Request.Query.ContainsKey("semua")) return new SeeOther(kept.Page);
        forms.Forget(context);
        return Page.View("kept-form", new
        {
            address = kept.Address,
            page_address = kept.Page,
            fields = kept.Fields.Select(field => new { name = field.Key, value = field.Value }).ToArray(),
        });
    }

    /// <summary>Another site's form would come with an Origin of its own, and is nobody's text here.</summary>
    static bool IsSentByOwnPage(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Headers.Authorization.Count == 0
        && request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host.ToUriComponent()}"
        && request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate";

    /// <summary>Accounts' own forms, which need no right, hold passwords; of these only the page is come back to.</summary>
    static async Task<bool> TryKeepAsync(HttpContext context, string page)
    {
        if (PresentVillage.Of(context) is null && context.GetEndpoint()?.Metadata.GetMetadata<Rule>()?.Permission is null) return false;
        var secrets = context.GetEndpoint()?.Metadata.GetMetadata<MayHoldSecrets>()?.FieldsIn(context) ?? [];
        var request = context.Request;
        try
        {
            return context.RequestServices.GetRequiredService<KeptForms>().TryKeep(context, request.PathBase + request.Path + request.QueryString, page, await FormBody.ReadAsync(context), secrets);
        }
        catch (BadHttpRequestException)
        {
            return false;
        }
    }

    static string? PageOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var page) && page.GetLeftPart(UriPartial.Authority) == $"{request.Scheme}://{request.Host.ToUriComponent()}"
            ? page.PathAndQuery
            : null;
}

/// <summary>Metadata of an endpoint whose form has fields that are never kept, whatever they are called.</summary>
/// <param name="FieldsIn">Tells them.</param>
sealed record MayHoldSecrets(Func<HttpContext, IReadOnlyCollection<string>> FieldsIn);

using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts.Interrupted;

/// <summary>Puts what was typed before the session's end back into the form that it was typed in, once its sender has come back to that page.</summary>
sealed class PutBackForm(KeptForms forms, TextLibrary library) : IPageFinish
{
    public PageOutput Finish(PageOutput page, HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Response.StatusCode != StatusCodes.Status200OK || context.User.Identity is not { IsAuthenticated: true }) return page;
        if (forms.Find(context) is not { } kept || kept.Page != AddressOf(context.Request)) return page;
        var filled = FilledPage.Of(page.ToString(), kept);
        if (filled.IsWhole) forms.Forget(context);
        return Written(filled.WithNotice(NoticeOf(filled, context)));
    }

    /// <summary>As the browser told it when it sent the form.</summary>
    public static string AddressOf(HttpRequest request) => request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();

    string NoticeOf(FilledPage filled, HttpContext context)
    {
        var texts = library.For(PageOwner.Host.Id, context);
        var again = filled.Missing.Count == 0 ? "" : $" {HtmlEscaping.Escape(texts["kept.again", string.Join(", ", filled.Missing)])}";
        var rest = filled.IsWhole ? "" : $" <a href=\"{HtmlEscaping.Escape(ReturnAddress.AtPortal(context, InterruptedForm.WholePath))}\">{HtmlEscaping.Escape(texts["kept.rest"])}</a>";
        return $"<p>{HtmlEscaping.Escape(texts["kept.back_in_form"])}{again}{rest}</p>";
    }

    static PageOutput Written(string html)
    {
        var output = new PageOutput(html.Length);
        output.Append(html);
        return output;
    }
}

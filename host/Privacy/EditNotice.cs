using System.Globalization;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Privacy;

/// <summary>What the village, or the regency, adds to its notice, in both languages.</summary>
static class EditNotice
{
    public const string Path = $"{ManageRequests.Path}/pemberitahuan";

    public static async Task<Page> ShowAsync(HttpContext context, Notices notices, CancellationToken stop)
    {
        var notice = await notices.FindAsync(ScopeOfRequest.Of(context), stop);
        return View(notice, Form.Of(NoticeForm.Of(notice)), context);
    }

    public static async Task<Page> SaveAsync(Form<NoticeForm> form, HttpContext context, Notices notices, TextLibrary library, CancellationToken stop)
    {
        var (notice, texts) = (await notices.FindAsync(ScopeOfRequest.Of(context), stop), library.For(PageOwner.Host.Id, context));
        if (form.IsValid && !Characters.AreText(form.Value.Text + form.Value.TextEn + form.Value.Contact)) form.AddError("", texts["validation.characters"]);
        if (!form.IsValid) return View(notice, form, context);
        if (VersionOf(notice) == context.Request.Form["version"] && await notices.SaveAsync(notice, form.Value, stop)) return Page.SeeOther(Path, message: "edit.saved");
        var present = await notices.FindAsync(ScopeOfRequest.Of(context), stop);
        StaleForm.Tell(form, NoticeForm.Of(present), texts, SiteClock.TimeZone);
        return View(present, form, context);
    }

    static string VersionOf(Notice notice) => notice.Version.ToString(CultureInfo.InvariantCulture);

    static Page View(Notice notice, Form form, HttpContext context) =>
        Page.View("console-notice", new { version = VersionOf(notice), may_change = Rights.HoldsToChange(context, ScopeOfRequest.PermissionOf(context)) }, form);
}

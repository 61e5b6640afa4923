using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using MimeKit;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>The installation's name, address, languages and mail server, which hold from the next request on; and a message that tries the server.</summary>
static class ManageInstallation
{
    const string Path = "/kelola/pengaturan";

    static readonly TimeSpan MailTime = TimeSpan.FromSeconds(20);

    public static void MapInstallation(this IEndpointRouteBuilder console)
    {
        console.MapGet("/pengaturan", ShowAsync).RequirePermission(HostPermissions.Installation);
        console.MapPost("/pengaturan", SaveAsync).RequirePermission(HostPermissions.Installation);
        console.MapGet("/pengaturan/surel", () => MailView(Form.Empty<TestMail>(), null)).RequirePermission(HostPermissions.Installation);
        console.MapPost("/pengaturan/surel", SendAsync).RequirePermission(HostPermissions.Installation);
    }

    static async Task<Page> ShowAsync(HttpContext context, InstallationStore store, CancellationToken stop) => View(await store.LoadAsync(stop), context, Form.Empty<Confirmation>());

    static async Task<Page> SaveAsync(HttpContext context, InstallationStore store, CancellationToken stop)
    {
        var (sent, kept) = (await FormBody.ReadAsync(context), await store.LoadAsync(stop));
        var (values, said) = FormOf(kept, context).Read(sent, sent["inherit"].ToString(), RequestLanguage.Of(context));
        if (said.IsValid) TellTaken(values, said, context);
        if (said.IsValid && (sent["version"] != Version(kept) || !await store.SaveAsync(kept, values, stop))) said.AddError("", TextsOf(context)["installation.stale"]);
        return said.IsValid ? Page.SeeOther(Path, message: "console.settings.saved") : View(await store.LoadAsync(stop), context, said);
    }

    /// <summary>What a village has already would lead its visitors away.</summary>
    static void TellTaken(Dictionary<string, string> values, Form said, HttpContext context)
    {
        var villages = context.RequestServices.GetRequiredService<VillageRegistry>();
        foreach (var field in new[] { "siteAddress", "siteHostNames" })
        {
            var typed = values.TryGetValue(field, out var json) ? JsonSerializer.Deserialize<string>(json) ?? "" : "";
            foreach (var name in field == "siteAddress" ? SiteHosts.In(typed, "") : SiteHosts.In("", typed))
                if (villages.FindByHostName(name) is { } village) said.AddError(field, TextsOf(context)["installation.host_of_village", name, village.Name]);
        }
    }

    /// <summary>Really sends, and tells what the server said of it.</summary>
    static async Task<Page> SendAsync(Form<TestMail> form, HttpContext context, MailServer mail, CancellationToken stop)
    {
        if (!form.IsValid) return MailView(form, null);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(MailTime);
        try
        {
            using var letter = Write(form.Value.To, mail.From, TextsOf(context));
            await mail.SendAsync(letter, time.Token);
            return MailView(form, form.Value.To);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            form.AddError("", TextsOf(context)["installation.mail.failed", failure is OperationCanceledException ? TextsOf(context)["installation.mail.no_answer"] : failure.Message]);
            return MailView(form, null);
        }
    }

    static MimeMessage Write(string to, string from, Texts texts)
    {
        var letter = new MimeMessage { Subject = texts["installation.mail.subject"], Body = new TextPart("plain") { Text = texts["installation.mail.text"] } };
        letter.From.Add(new MailboxAddress("SmartKampung", from));
        letter.To.Add(MailboxAddress.Parse(to));
        return letter;
    }

    static Page MailView(Form form, string? sent) => Page.View("regency-mail", new { sent }, form);

    static Page View(InstallationValues kept, HttpContext context, Form form) => Page.View("regency-installation", new
    {
        version = Version(kept),
        sections = FormOf(kept, context).Sections(form),
        may_change = Rights.HoldsToChange(context, HostPermissions.Installation),
    }, form);

    static string Version(InstallationValues kept) => kept.Version.ToString(CultureInfo.InvariantCulture);

    static InstallationForm FormOf(InstallationValues kept, HttpContext context) =>
        new(kept, context.RequestServices.GetRequiredService<StoredConfiguration>(), context.RequestServices.GetRequiredService<IConfiguration>(), TextsOf(context), context.RequestServices.GetRequiredService<IHtmlSanitizer>());

    static Texts TextsOf(HttpContext context) => (Texts)context.RequestServices.GetRequiredService<TextLibrary>().For(PageOwner.Host.Id, context);
}

/// <summary>Where the message that tries the mail server goes.</summary>
sealed record TestMail([Required, EmailAddress, StringLength(200), Display(Name = "installation.mail.to")] string To);

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Background;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Regency;

/// <summary>A host whose command line tells the sender of e-mail.</summary>
public sealed class InstallationHost : IAsyncLifetime
{
    public TestHost Host { get; } = new() { Options = ["--Smtp:From=kabupaten@contoh.id"] };

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

public sealed class ManageInstallationTests(InstallationHost shared) : IClassFixture<InstallationHost>, IAsyncLifetime
{
    const string Settings = "/kelola/pengaturan";
    const string Mail = $"{Settings}/surel";

    readonly MailServer mail = new();
    readonly TestHost host = shared.Host;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await mail.StartAsync();
        var store = host.Services.GetRequiredService<InstallationStore>();
        Assert.True(await store.SaveAsync(await store.LoadAsync(Stop), new Dictionary<string, string>(), Stop));
    }

    public ValueTask DisposeAsync() => mail.DisposeAsync();

    [Fact]
    public async Task What_is_set_holds_from_the_next_request_and_after_a_start()
    {
        using var staff = await AdministratorAsync();
        using var visitor = StaffBrowser.Nobody(host.Address);
        Assert.DoesNotContain("Desa Digital", await visitor.GetStringAsync(new Uri("/desa", UriKind.Relative), Stop), StringComparison.Ordinal);

        await SaveAsync(staff, HttpStatusCode.SeeOther, ("siteName", "Desa <Digital>"), ("offersEnglish", "true"));
        Assert.Contains("Desa &lt;Digital&gt;", await visitor.GetStringAsync(new Uri("/desa", UriKind.Relative), Stop), StringComparison.Ordinal);
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("siteName", "Desa Digital"));
        using var english = await visitor.GetAsync(new Uri("/en", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, english.StatusCode);
        Assert.DoesNotContain("hreflang=\"en\"", await visitor.GetStringAsync(new Uri("/", UriKind.Relative), Stop), StringComparison.Ordinal);

        host.Services.GetRequiredService<StoredConfiguration>().Replace(new Dictionary<string, string?>());
        await host.Services.GetRequiredService<InstallationStore>().StartAsync(Stop);
        Assert.Equal("Desa Digital", (await staff.OpenAsync(Settings)).QuerySelector("[name=siteName]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Other_host_names_of_the_installation_lead_to_its_address_and_no_village_gets_them()
    {
        using var staff = await AdministratorAsync();
        await SaveAsync(staff, HttpStatusCode.UnprocessableEntity, ("siteHostNames", "https://lama.example/x"), ("offersEnglish", "true"));
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("siteAddress", "https://desa.example"), ("siteHostNames", "www.desa.example, lama.example"), ("offersEnglish", "true"));

        Assert.Equal("https://desa.example/desa?cari=licin", await WayFromAsync("LAMA.example"));
        Assert.Equal("https://desa.example/desa?cari=licin", await WayFromAsync("www.desa.example"));
        Assert.Null(await WayFromAsync("desa.example"));
        foreach (var (name, expected) in ((string, HttpStatusCode)[])[("lama.example", HttpStatusCode.UnprocessableEntity), ("desa.example", HttpStatusCode.UnprocessableEntity), ("lain.example", HttpStatusCode.OK)])
        {
            using var content = new StringContent($"{{\"hostNames\":[\"{name}\"]}}", System.Text.Encoding.UTF8, "application/json");
            using var answer = await host.Administrator.PatchAsync(new Uri("/api/villages/35.10.24.2003", UriKind.Relative), content, Stop);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Host_name_belongs_to_the_installation_or_to_a_village_and_the_second_to_ask_is_told_beside_the_field()
    {
        using var staff = await AdministratorAsync();
        using var content = new StringContent("""{"hostNames":["milik.desa.example"]}""", System.Text.Encoding.UTF8, "application/json");
        using var taken = await host.Administrator.PatchAsync(new Uri("/api/villages/35.10.24.2004", UriKind.Relative), content, Stop);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        foreach (var (field, typed) in new[] { ("siteHostNames", "lain.example, Milik.desa.example"), ("siteAddress", "https://milik.desa.example") })
        {
            var refused = await SaveAsync(staff, HttpStatusCode.UnprocessableEntity, (field, typed), ("offersEnglish", "true"));
            Assert.Contains("sudah dipakai Desa", refused.GetElementById($"f-{field.ToLowerInvariant()}-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(typed, refused.QuerySelector($"[name={field}]")!.GetAttribute("value"));
        }

        await SaveAsync(staff, HttpStatusCode.SeeOther, ("siteHostNames", "punya.example"), ("offersEnglish", "true"));
        const string village = "/kelola/desa/35.10.24.2003";
        var page = await staff.OpenAsync(village);
        var fields = page.QuerySelectorAll("main form[method=post] [name]").Where(field => field.GetAttribute("name") is not ("_form" or "host_names"))
            .Select(field => (field.GetAttribute("name")!, field is AngleSharp.Html.Dom.IHtmlSelectElement select ? select.Value ?? "" : field.GetAttribute("value") ?? "")).ToArray();
        var own = await staff.SubmitAsync(village, village, HttpStatusCode.UnprocessableEntity, [.. fields, ("host_names", "punya.example")]);
        Assert.Contains("milik portal", own.GetElementById("f-host_names-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_command_line_says_is_locked_and_says_so()
    {
        using var staff = await AdministratorAsync();
        var page = await staff.OpenAsync(Settings);

        var from = page.QuerySelector("#f-mailfrom")!;
        Assert.True(from.HasAttribute("disabled"));
        Assert.Equal("kabupaten@contoh.id", from.GetAttribute("value"));
        Assert.Contains("Smtp:From", from.Closest(".field")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_values_keep_what_was_typed_and_a_stale_page_saves_nothing()
    {
        using var staff = await AdministratorAsync();
        var wrong = await SaveAsync(staff, HttpStatusCode.UnprocessableEntity, ("siteAddress", "javascript:alert(1)"), ("mailPort", "99999"), ("mailHost", "a b"));
        Assert.Equal(3, wrong.QuerySelectorAll(".error").Length);
        Assert.Equal("javascript:alert(1)", wrong.QuerySelector("[name=siteAddress]")!.GetAttribute("value"));

        await SaveAsync(staff, HttpStatusCode.SeeOther, ("siteName", "Satu"), ("offersEnglish", "true"));
        await staff.SubmitAsync(Settings, Settings, HttpStatusCode.UnprocessableEntity, ("version", "0"), ("siteName", "Dua"), ("offersEnglish", "true"));
        Assert.Equal("Satu", (await staff.OpenAsync(Settings)).QuerySelector("[name=siteName]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Message_that_tries_the_mail_server_is_sent_and_what_fails_is_told()
    {
        using var staff = await AdministratorAsync();
        var failed = await staff.SubmitAsync(Mail, Mail, HttpStatusCode.UnprocessableEntity, ("to", "rina@contoh.id"));
        Assert.Contains("tidak terkirim", failed.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("mailHost", "127.0.0.1"), ("mailPort", $"{mail.Port}"), ("mailSecurity", "None"), ("offersEnglish", "true"));

        await staff.SubmitAsync(Mail, Mail, HttpStatusCode.OK, ("to", "rina@contoh.id"));
        Assert.Equal(["rina@contoh.id"], mail.Recipients);
        Assert.Contains("kabupaten@contoh.id", mail.Received.Single(), StringComparison.Ordinal);
        mail.Refuses = true;
        await staff.SubmitAsync(Mail, Mail, HttpStatusCode.UnprocessableEntity, ("to", "rina@contoh.id"));
    }

    [Fact]
    public async Task Password_is_never_shown_and_lies_protected_in_the_store()
    {
        using var staff = await AdministratorAsync();
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("mailPassword", "rahasia sekali"), ("offersEnglish", "true"));
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("mailPassword", ""), ("siteName", "Lain"), ("offersEnglish", "true"));

        Assert.DoesNotContain("rahasia", (await staff.OpenAsync(Settings)).DocumentElement.OuterHtml, StringComparison.Ordinal);
        var kept = await host.Services.GetRequiredService<InstallationStore>().LoadAsync(Stop);
        Assert.DoesNotContain("rahasia", kept.Values["mailPassword"], StringComparison.Ordinal);
        var configuration = host.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>();
        Assert.Equal("rahasia sekali", configuration["Smtp:Password"]);
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("inherit", "mailPassword"), ("siteName", "Lain"), ("offersEnglish", "true"));
        Assert.Null(configuration["Smtp:Password"]);
    }

    Task<StaffBrowser> AdministratorAsync() => StaffBrowser.SignInAsync(host, Roles.RegencyAdministrator, Scope.Regency);

    static async Task<AngleSharp.Dom.IDocument> SaveAsync(StaffBrowser staff, HttpStatusCode expected, params (string, string)[] fields)
    {
        var version = (await staff.OpenAsync(Settings)).QuerySelector("[name=version]")!.GetAttribute("value")!;
        return await staff.SubmitAsync(Settings, Settings, expected, [("version", version), .. fields]);
    }

    /// <summary>Where a visitor who came by a host name is led, or null.</summary>
    async Task<string?> WayFromAsync(string name)
    {
        using var visitor = StaffBrowser.Nobody(host.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desa?cari=licin") { Headers = { Host = name } };
        using var answer = await visitor.SendAsync(request, Stop);
        return answer.Headers.Location?.OriginalString;
    }
}

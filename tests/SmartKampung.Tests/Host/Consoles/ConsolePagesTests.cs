using System.Net;
using AngleSharp.Dom;
using SmartKampung.Host.Accounts;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Consoles;

public sealed class ConsolePagesTests(TestHost host) : IClassFixture<TestHost>
{
    const string Console = $"/{TestHost.DemoSlug}/kelola";
    const string OwnHost = "tamansari.example";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_led_to_sign_in_and_back()
    {
        using var answer = await host.Anonymous.GetAsync(new Uri(Console, UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/masuk?kembali=" + Uri.EscapeDataString(Console), answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Staff_without_a_second_step_stays_outside()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator, proof: Proof.Password);
        using var answer = await staff.SendAsync(new(HttpMethod.Get, Console));

        Assert.Equal($"/akun/langkah-kedua?kembali=%2F{TestHost.DemoSlug}%2Fkelola", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Menu_holds_what_the_person_may_open()
    {
        using var administrator = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        using var operators = await StaffBrowser.SignInAsync(host, Roles.Operator);

        Assert.Equal(["Mulai", "Berita", "Media", "Profil", "Tampilan", "Modul", "Tanda tangan elektronik", "Orang", "Peran", "Data pribadi", "Catatan", "Cadangan"], Menu(await administrator.OpenAsync(Console)));
        Assert.Equal(["Mulai", "Berita", "Media", "Profil"], Menu(await operators.OpenAsync(Console)));
        Assert.Equal(["Start", "News", "Media", "Profile", "Look", "Modules", "Electronic signatures", "People", "Roles", "Personal data", "Records", "Backups"], Menu(await administrator.OpenAsync($"/{TestHost.DemoSlug}/en/kelola")));
    }

    [Fact]
    public async Task Page_tells_who_is_signed_in_as_what_and_where_they_are()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Operator, name: "Agus <b>Hariyanto</b>");
        var page = await staff.OpenAsync($"{Console}/news");

        Assert.Equal("Agus <b>Hariyanto</b>, Operator", page.QuerySelector(".brand small")?.TextContent);
        Assert.Equal("Berita", page.QuerySelector(".side-menu [aria-current]")?.TextContent);
        Assert.Equal($"/{TestHost.DemoSlug}", page.QuerySelectorAll(".tools a").First(link => link.TextContent == "Lihat situs").GetAttribute("href"));
    }

    [Fact]
    public async Task Signing_out_of_the_console_ends_the_session()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Operator);
        using (var answer = await staff.PostAsync(Console, $"/{TestHost.DemoSlug}/keluar")) Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await staff.OpenAsync(Console, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Site_leads_nobody_to_sign_in_and_staff_to_their_console()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Operator);
        using var resident = await StaffBrowser.SignInAsync(host, Roles.Resident);

        Assert.Contains($"href=\"/masuk?kembali=%2F{TestHost.DemoSlug}\"", await host.DemoPageAsync(""), StringComparison.Ordinal);
        Assert.Equal(["Kelola", "Akun"], Tools(await staff.OpenAsync($"/{TestHost.DemoSlug}")));
        Assert.Equal(["Akun"], Tools(await resident.OpenAsync($"/{TestHost.DemoSlug}")));
        Assert.Equal(["Akun"], Tools(await staff.OpenAsync("/")));
        Assert.DoesNotContain(">Akun<", await host.DemoPageAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Village_s_own_host_name_has_no_console_and_no_accounts()
    {
        await using var own = await TestHost.StartAsync();
        await GiveHostNameAsync(own);
        foreach (var path in (string[])["/kelola", "/kelola/modul", "/kelola/news", "/masuk", "/en/kelola"])
            Assert.Equal(HttpStatusCode.NotFound, (await AtOwnHostAsync(own, path)).Status);
        Assert.DoesNotContain("/masuk", await PageAtOwnHostAsync(own), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Village_s_own_host_name_leads_to_the_installation_s_console()
    {
        await using var own = await TestHost.StartAsync(null, "--Site:Address=https://desa.example");
        await GiveHostNameAsync(own);

        Assert.Equal($"https://desa.example/{TestHost.DemoSlug}/kelola/modul?a=b", (await AtOwnHostAsync(own, "/kelola/modul?a=b")).Location);
        Assert.Equal($"https://desa.example/{TestHost.DemoSlug}/en/masuk", (await AtOwnHostAsync(own, "/en/masuk")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await AtOwnHostAsync(own, "/keluar", HttpMethod.Post)).Status);
        Assert.Contains($"href=\"https://desa.example/masuk?kembali=%2F{TestHost.DemoSlug}\"", await PageAtOwnHostAsync(own), StringComparison.Ordinal);
    }

    static string[] Menu(IDocument page) => [.. page.QuerySelectorAll(".side-menu li a").Select(link => link.TextContent)];

    static string[] Tools(IDocument page) => [.. page.QuerySelectorAll(".tools a:not([hreflang])").Select(link => link.TextContent)];

    static async Task GiveHostNameAsync(TestHost host)
    {
        using var answer = await host.Administrator.SendAsync(HttpMethod.Patch, $"/api/villages/{TestHost.DemoCode}", new { hostNames = new[] { OwnHost } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    static async Task<(HttpStatusCode Status, string? Location)> AtOwnHostAsync(TestHost host, string path, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path) { Headers = { Host = OwnHost } };
        using var answer = await host.Anonymous.SendAsync(request, Stop);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }

    static async Task<string> PageAtOwnHostAsync(TestHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = OwnHost } };
        using var answer = await host.Anonymous.SendAsync(request, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }
}

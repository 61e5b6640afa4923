using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Configuration;
using SmartKampung.Host.Accounts.Demo;

namespace SmartKampung.Tests.Host.Accounts.Demo;

public sealed class DemoModeTests(DemoModeTests.DemoHost demo) : IClassFixture<DemoModeTests.DemoHost>
{
    const string Console = $"/{TestHost.DemoSlug}/kelola";

    readonly TestHost host = demo.Host;

    [Fact]
    public async Task Demo_accounts_stand_on_the_sign_in_page_and_lead_past_the_second_step()
    {
        using var visitor = new Visitor(host);
        var page = (await visitor.ReadAsync("/masuk")).QuerySelector(".panel")!.TextContent;
        Assert.All(DemoPeople.All, person => Assert.Contains(person.Login, page, StringComparison.Ordinal));
        Assert.Contains(DemoPeople.Password, page, StringComparison.Ordinal);

        foreach (var person in DemoPeople.All)
        {
            using var browser = new Visitor(host);
            using var signedIn = await browser.SignInAsync(person.Login, DemoPeople.Password);
            Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
            if (person.Role == Roles.Resident) continue;
            var console = person.Role == Roles.RegencyAdministrator ? "/kelola" : Console;
            using var skipped = await browser.PressAsync($"/akun/langkah-kedua?kembali={console}", $"/akun/langkah-kedua/demo?kembali={Uri.EscapeDataString(console)}");
            Assert.Equal(console, skipped.Headers.Location?.OriginalString);
            await browser.ReadAsync(console);
        }
    }

    [Fact]
    public async Task Nobody_else_is_led_past_the_second_step()
    {
        using var staff = await host.InviteAsync("081234567890", Roles.Operator);
        var page = await staff.ReadAsync("/akun/langkah-kedua");

        using var answer = await staff.SendAsync(HttpMethod.Post, "/akun/langkah-kedua/demo", Visitor.Token(page));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var shut = await staff.GetAsync(Console);
        Assert.Equal(HttpStatusCode.Redirect, shut.StatusCode);
    }

    [Fact]
    public async Task Started_without_demo_on_the_same_data_they_are_shut()
    {
        using var data = new TemporaryFolder();
        await UsedFolder.OfNews.CopyToAsync(data.FullName);
        await using (var first = await HostProcess.StartAsync(data.FullName, options: "--demo"))
        {
            using var browser = new HttpClient { BaseAddress = await first.AddressAsync() };
            using var entered = await SignInAsync(browser);
            Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
            Assert.DoesNotContain("/slip?kode=", first.Output, StringComparison.Ordinal);
        }

        await using var second = await HostProcess.StartAsync(data.FullName);
        using var later = new HttpClient { BaseAddress = await second.AddressAsync() };
        using var refused = await SignInAsync(later);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.DoesNotContain(DemoPeople.Password, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("/slip?kode=", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0")]
    [InlineData("--urls=http://*:0")]
    [InlineData("--urls=http://127.0.0.1:0;http://192.0.2.1:5000")]
    [InlineData("--urls=http://[::]:0")]
    [InlineData("--http_ports=8080")]
    [InlineData("--Kestrel:Endpoints:Open:Url=http://*:8080")]
    [InlineData("--Site:Address=https://desa.example")]
    [InlineData("--forwardedheaders_enabled=true")]
    public void With_them_the_host_listens_on_this_machine_alone(string option)
    {
        Assert.Contains("--demo", DemoMode.RefusalOf(Configuration("--demo=true", option)), StringComparison.Ordinal);
        Assert.Null(DemoMode.RefusalOf(Configuration(option)));
    }

    [Theory]
    [InlineData("--urls=http://127.0.0.1:5000")]
    [InlineData("--urls=http://localhost:5000;http://[::1]:5000")]
    [InlineData("--urls=")]
    public void Addresses_of_this_machine_are_right(string option) => Assert.Null(DemoMode.RefusalOf(Configuration("--demo=true", option)));

    [Fact]
    public async Task A_refused_start_ends_with_exit_code_2_and_says_why()
    {
        using var data = new TemporaryFolder();
        await using var refused = HostProcess.Launch(data.FullName, "--demo", "--Site:Address=https://desa.example");

        Assert.Equal(2, await refused.ExitCodeAsync());
        Assert.Contains("--demo: https://desa.example can be reached from elsewhere", refused.Output, StringComparison.Ordinal);
    }

    static IConfiguration Configuration(params string[] options) => new ConfigurationBuilder().AddCommandLine(options).Build();

    static async Task<HttpResponseMessage> SignInAsync(HttpClient browser)
    {
        var stop = TestContext.Current.CancellationToken;
        var page = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri("/masuk", UriKind.Relative), stop));
        var token = page.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("_form", token), new("login", DemoPeople.All[1].Login), new("password", DemoPeople.Password)]);
        return await browser.PostAsync(new Uri("/masuk?kembali=/akun", UriKind.Relative), form, stop);
    }

    /// <summary>A host with the demo accounts for the tests of the class.</summary>
    public sealed class DemoHost : IAsyncLifetime
    {
        public TestHost Host { get; } = new() { Options = ["--demo=true"] };

        public ValueTask InitializeAsync() => Host.InitializeAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}

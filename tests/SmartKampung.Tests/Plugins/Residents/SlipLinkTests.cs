using System.Net;
using SmartKampung.Tests.Host.Accounts;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class SlipLinkTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    const string Password = "tiga kuda menari";

    [Fact]
    public async Task Slip_from_the_record_makes_an_account_that_the_register_knows()
    {
        var village = await villages.BeginAsync();
        var id = await village.AddAsync("Siti Nurhaliza");
        Assert.Contains("Belum punya akun", await AccountOfAsync(village, id), StringComparison.Ordinal);

        using var siti = await OpenSlipAsync(village, await CodeAsync(village, id), "siti");

        Assert.Contains("Siti Nurhaliza", (await siti.ReadAsync($"{village.Site}/data-saya")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Punya akun", await AccountOfAsync(village, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slip_opens_nothing_once_a_newer_one_is_printed()
    {
        var village = await villages.BeginAsync();
        var id = await village.AddAsync("Siti Nurhaliza");
        var lost = await CodeAsync(village, id);
        var printed = await CodeAsync(village, id);

        using var thief = new Visitor(village.Host);
        using (var refused = await thief.GetAsync($"/slip?kode={lost}")) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var siti = await OpenSlipAsync(village, printed, "siti-baru");
        Assert.NotNull((await siti.ReadAsync($"{village.Site}/data-saya")).QuerySelector("dl"));
    }

    [Fact]
    public async Task Slip_for_who_has_an_account_renews_its_password()
    {
        var village = await villages.BeginAsync();
        var id = await village.AddAsync("Siti Nurhaliza");
        using (await OpenSlipAsync(village, await CodeAsync(village, id), "siti-lupa")) { }
        village.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var code = await CodeAsync(village, id);
        using var siti = new Visitor(village.Host);

        using var renewed = await siti.SubmitAsync($"/slip?kode={code}", ("password", "empat sapi makan"));

        Assert.Equal(HttpStatusCode.SeeOther, renewed.StatusCode);
        Assert.NotNull((await siti.ReadAsync($"{village.Site}/data-saya")).QuerySelector("dl"));
    }

    [Fact]
    public async Task Account_of_staff_is_not_renewed_by_who_may_only_write_the_register()
    {
        var village = await villages.BeginAsync();
        var id = await village.AddAsync("Siti Nurhaliza");
        using var siti = await village.SignInAsync(id);
        await Grants.GiveAsync(village.Host, siti.Account.Id, Roles.Administrator, village.Code);
        await village.OpenAsync(village.Operator, id);

        using var answer = await village.Operator.PostAsync(village.PathOf(id), $"{village.PathOf(id)}/slip");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("peran lain", (await village.Operator.OpenAsync(village.PathOf(id))).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_that_is_a_resident_already_is_tied_by_the_slip_and_none_has_two_records()
    {
        var village = await villages.BeginAsync();
        var (id, other) = (await village.AddAsync("Siti Nurhaliza"), await village.AddAsync("Budi Santoso"));
        using var siti = await village.SignInAsync(Roles.Resident, name: "Siti");
        await AddAsync(siti, await CodeAsync(village, id), HttpStatusCode.SeeOther);
        await AddAsync(siti, await CodeAsync(village, other), HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Siti Nurhaliza", (await siti.OpenAsync($"{village.Site}/data-saya")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Belum punya akun", await AccountOfAsync(village, other), StringComparison.Ordinal);

        static async Task AddAsync(SmartKampung.Tests.Host.Consoles.StaffBrowser browser, string code, HttpStatusCode expected) =>
            await browser.SubmitAsync($"/slip?kode={code}", $"/slip/tambah?kode={code}", expected);
    }

    [Fact]
    public async Task Tie_ends_with_the_role()
    {
        var village = await villages.BeginAsync();
        var id = await village.AddAsync("Siti Nurhaliza");
        using var siti = await village.SignInAsync(id);

        await Grants.EndAsync(village.Host, siti.Account.Id);

        Assert.Contains("Belum punya akun", await AccountOfAsync(village, id), StringComparison.Ordinal);
        using var answer = await siti.Client.GetAsync(new Uri($"{village.Site}/data-saya", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    static async Task<string> CodeAsync(RegisterVillage village, Guid id)
    {
        var slip = await village.Operator.SubmitAsync(village.PathOf(id), $"{village.PathOf(id)}/slip", HttpStatusCode.OK);
        Assert.Contains("Siti Nurhaliza|Budi Santoso".Split('|'), name => slip.QuerySelector(".slip h1")!.TextContent == name);
        Assert.NotNull(slip.QuerySelector(".slip .qr svg"));
        return slip.QuerySelector(".code")!.TextContent;
    }

    static async Task<Visitor> OpenSlipAsync(RegisterVillage village, string code, string login)
    {
        var visitor = new Visitor(village.Host);
        using var opened = await visitor.SubmitAsync($"/slip?kode={code}", ("name", "Siti"), ("login", $"{login}-{village.Code}@contoh.id"), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        return visitor;
    }

    static async Task<string> AccountOfAsync(RegisterVillage village, Guid id) => (await village.Operator.OpenAsync(village.PathOf(id))).QuerySelector("main")!.TextContent;
}

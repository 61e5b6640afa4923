using System.Net;
using SmartKampung.Tests.Host.Accounts;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Regency;

public sealed class InviteAdministratorsTests(RegencyHost regency) : IClassFixture<RegencyHost>
{
    [Fact]
    public async Task First_administrator_of_a_village_comes_by_a_slip_of_the_regency_without_a_visit()
    {
        var village = regency.Villages.Villages.All[3];
        var page = $"/kelola/desa/{village.Code}/administrator";
        using var staff = await regency.AdministratorAsync();
        Assert.NotNull((await staff.OpenAsync($"/kelola/desa/{village.Code}")).QuerySelector($"main a[href='{page}']"));
        Assert.NotNull((await staff.OpenAsync(page)).QuerySelector("main .notice.warn"));

        var slip = await staff.SubmitAsync(page, $"{page}/slip", HttpStatusCode.OK, ("name", "Kades Baru"));
        Assert.Contains(village.Name, slip.QuerySelector(".slip")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(page, slip.QuerySelector("main .actions a")!.GetAttribute("href"));
        using var visitor = new Visitor(regency.Host);
        using var used = await visitor.SubmitAsync($"/slip?kode={slip.QuerySelector(".code")!.TextContent}", ("name", "Kades Baru"), ("login", "kades.baru@contoh.id"), ("password", People.Password));

        Assert.Equal((HttpStatusCode.SeeOther, $"/{village.Slug}/kelola"), (used.StatusCode, used.Headers.Location?.OriginalString));
        Assert.Contains("kades.baru@contoh.id", (await staff.OpenAsync(page)).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slip_is_taken_back_and_those_for_other_roles_are_the_villages_own()
    {
        var village = regency.Villages.Villages.All[4];
        var page = $"/kelola/desa/{village.Code}/administrator";
        using var staff = await regency.AdministratorAsync();
        using var administrator = await StaffBrowser.SignInAsync(regency.Host, Roles.Administrator, StaffBrowser.ScopeOf(regency.Host, village.Code));
        await administrator.SubmitAsync($"/{village.Slug}/kelola/orang", $"/{village.Slug}/kelola/orang/slip", HttpStatusCode.OK, ("name", "Siti Aminah"), ("role", Roles.Operator));
        var code = (await staff.SubmitAsync(page, $"{page}/slip", HttpStatusCode.OK, ("name", "Kades Baru"))).QuerySelector(".code")!.TextContent;

        var shown = await staff.OpenAsync(page);
        Assert.DoesNotContain("Siti", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var back = Assert.Single(shown.QuerySelectorAll("form[action$=batalkan]")).GetAttribute("action")!;
        using var taken = await staff.PostAsync(shown, back);
        using var again = await staff.PostAsync(shown, back);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (taken.StatusCode, again.StatusCode));
        using var visitor = new Visitor(regency.Host);
        using var used = await visitor.GetAsync($"/slip?kode={code}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, used.StatusCode);
        var others = (await administrator.OpenAsync($"/{village.Slug}/kelola/orang")).QuerySelector("form[action$=batalkan]")!.GetAttribute("action")!.Split('/')[^2];
        using var foreign = await staff.PostAsync(page, $"{page}/slip/{others}/batalkan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nama\u202egnalam")]
    public async Task Slip_needs_a_name_that_is_one(string name)
    {
        var page = $"/kelola/desa/{TestHost.DemoCode}/administrator";
        using var staff = await regency.AdministratorAsync();

        var shown = await staff.SubmitAsync(page, $"{page}/slip", HttpStatusCode.UnprocessableEntity, ("name", name));
        Assert.NotEmpty(shown.QuerySelector("#f-name-error")!.TextContent);
    }
}

using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Accounts;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Regency;

public sealed class ManageRegencyPeopleTests(RegencyHost regency) : IClassFixture<RegencyHost>
{
    const string Page = "/kelola/orang";
    const string District = "35.10.24";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Head_of_a_district_comes_by_a_slip_and_sees_the_villages_of_the_district()
    {
        using var administrator = await regency.AdministratorAsync();
        var slip = await InviteAsync(administrator, Roles.DistrictHead, District, HttpStatusCode.OK);
        Assert.Contains("Licin", slip.QuerySelector(".slip")!.TextContent, StringComparison.Ordinal);
        var visitor = new Visitor(regency.Host);
        using var used = await visitor.SubmitAsync($"/slip?kode={slip.QuerySelector(".code")!.TextContent}", ("name", "Camat Licin"), ("login", "camat.licin@contoh.id"), ("password", People.Password));
        Assert.Equal(HttpStatusCode.SeeOther, used.StatusCode);

        var row = Row(await administrator.OpenAsync(Page), "camat.licin@contoh.id");
        Assert.Contains("Camat", row.TextContent, StringComparison.Ordinal);
        var address = row.QuerySelector("a")!.GetAttribute("href")!;
        await administrator.SubmitAsync(address, address, HttpStatusCode.SeeOther);
        Assert.DoesNotContain("camat.licin@contoh.id", (await administrator.OpenAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_of_districts_need_a_district_and_roles_of_villages_are_not_given_here()
    {
        using var administrator = await regency.AdministratorAsync();

        await InviteAsync(administrator, Roles.DistrictStaff, "", HttpStatusCode.UnprocessableEntity);
        await InviteAsync(administrator, Roles.DistrictStaff, "99.99.99", HttpStatusCode.UnprocessableEntity);
        await InviteAsync(administrator, Roles.Administrator, District, HttpStatusCode.UnprocessableEntity);
        await InviteAsync(administrator, "own-anything", "", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Auditor_reads_who_works_there_and_changes_nothing()
    {
        using var auditor = await regency.AuditorAsync();
        var page = await auditor.OpenAsync(Page);

        Assert.Null(page.QuerySelector("main form[method=post]"));
        await auditor.OpenAsync("/kelola/catatan");
        using var refused = await auditor.PostAsync("/akun", $"{Page}/slip", ("name", "Agus"), ("role", Roles.Auditor));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Roles_in_villages_are_out_of_reach_and_the_last_administrator_stays()
    {
        await using var host = await TestHost.StartAsync();
        using var administrator = await StaffBrowser.SignInAsync(host, Roles.RegencyAdministrator, Scope.Regency);
        using var village = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        var roles = await host.Services.GetRequiredService<AccountDocuments>().OpenSession().Query<RoleAssignment>().ToListAsync(Stop);

        await administrator.OpenAsync($"{Page}/{roles.Single(role => role.AccountId == village.Account.Id).Id}/cabut", HttpStatusCode.NotFound);
        var own = $"{Page}/{roles.Single(role => role.AccountId == administrator.Account.Id).Id}/cabut";
        await administrator.SubmitAsync(own, own, HttpStatusCode.UnprocessableEntity);
    }

    static Task<IDocument> InviteAsync(StaffBrowser staff, string role, string district, HttpStatusCode expected) =>
        staff.SubmitAsync(Page, $"{Page}/slip", expected, ("name", "Camat Licin"), ("role", role), ("district", district));

    static IElement Row(IDocument page, string login) => page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(login, StringComparison.Ordinal));
}

using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Home;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Consoles;

public sealed class ManagePeopleTests(VillagesHost villages) : IClassFixture<VillagesHost>
{
    readonly VillageEntry village = villages.Next();
    readonly TestHost host = villages.Host;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Console => $"/{village.Slug}/kelola";

    string People => $"{Console}/orang";

    [Fact]
    public async Task Slip_that_is_made_here_lets_its_holder_in_with_the_role_here()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var slip = await InviteAsync(staff, "Agus <Hariyanto>", Roles.Operator);
        var code = slip.QuerySelector(".code")!.TextContent;
        Assert.Equal("Agus <Hariyanto>", slip.QuerySelector("h1")!.TextContent);
        var drawn = slip.QuerySelector("svg path:last-child")!.GetAttribute("d")!;
        Assert.Contains(drawn, QrCode.Svg($"{host.Address.GetLeftPart(UriPartial.Authority)}/slip?kode={code}"), StringComparison.Ordinal);

        await OpenSlipAsync(code, "agus@contoh.id");
        var people = await staff.OpenAsync(People);
        Assert.Contains("agus@contoh.id", people.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Batalkan", people.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await RolesAsync(village.Code), role => role is { Role: Roles.Operator } && role.GivenBy == staff.Account.Id);
    }

    [Fact]
    public async Task Code_of_a_slip_is_told_once_and_kept_nowhere()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var code = (await InviteAsync(staff, "Agus", Roles.Operator)).QuerySelector(".code")!.TextContent;

        Assert.DoesNotContain(code, (await staff.OpenAsync(People)).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_slip_is_taken_back_and_its_code_is_worth_nothing()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var code = (await InviteAsync(staff, "Agus", Roles.Operator)).QuerySelector(".code")!.TextContent;
        var action = (await staff.OpenAsync(People)).QuerySelector("form[action$=batalkan]")!.GetAttribute("action")!;
        await staff.SubmitAsync(People, action, HttpStatusCode.SeeOther);

        using var visitor = StaffBrowser.Nobody(host.Address);
        using var answer = await visitor.GetAsync(new Uri($"/slip?kode={code}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Kode ini tidak berlaku", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await staff.SubmitAsync(People, action, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Nobody_gives_a_role_that_holds_more_than_they_have()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var offered = (await staff.OpenAsync(People)).QuerySelectorAll("#f-role option").Select(option => option.GetAttribute("value")).ToArray();
        Assert.Contains(Roles.Operator, offered);
        Assert.DoesNotContain(Roles.RegencyAdministrator, offered);

        foreach (var role in (string[])[Roles.RegencyAdministrator, Roles.Auditor, Roles.DistrictStaff, "tidak-ada"])
        {
            var refused = await staff.SubmitAsync(People, $"{People}/slip", HttpStatusCode.UnprocessableEntity, ("name", "Agus"), ("role", role));
            Assert.Equal("Agus", refused.GetElementById("f-name")!.GetAttribute("value"));
            Assert.NotNull(refused.GetElementById("f-role-error"));
        }
    }

    [Fact]
    public async Task Who_invites_but_is_no_administrator_makes_nobody_one()
    {
        var session = host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        session.Store(new RoleSet { Scope = VillagesHost.ScopeOf(village).ToString(), Role = Roles.Operator, Added = [HostPermissions.People.Name] });
        await session.SaveChangesAsync(Stop);
        using var staff = await villages.SignInAsync(Roles.Operator, village);

        var refused = await staff.SubmitAsync(People, $"{People}/slip", HttpStatusCode.UnprocessableEntity, ("name", "Agus"), ("role", Roles.Administrator));
        Assert.NotNull(refused.GetElementById("f-role-error"));
        await InviteAsync(staff, "Agus", Roles.Resident);
    }

    [Fact]
    public async Task Role_is_taken_away_and_the_next_request_knows()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        using var dismissed = await villages.SignInAsync(Roles.Operator, village);
        await dismissed.OpenAsync(Console);
        var action = await TakingOfAsync(dismissed.Account.Id, village.Code);
        Assert.Contains("Cabut peran Operator", (await staff.OpenAsync(action)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await staff.SubmitAsync(action, action, HttpStatusCode.SeeOther);

        await dismissed.OpenAsync(Console, HttpStatusCode.Found);
        await staff.SubmitAsync(People, action, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Last_administrator_stays()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var action = await TakingOfAsync(staff.Account.Id, village.Code);
        var refused = await staff.SubmitAsync(action, action, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("administrator desa yang terakhir", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await staff.OpenAsync(People);
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 10; round++)
        {
            using var one = await villages.SignInAsync(Roles.Administrator, village);
            using var two = await villages.SignInAsync(Roles.Administrator, village);
            var (first, second) = (await TakingOfAsync(one.Account.Id, village.Code), await TakingOfAsync(two.Account.Id, village.Code));
            var pages = await Task.WhenAll(one.OpenAsync(People), two.OpenAsync(People));
            var answers = await Task.WhenAll(one.PostAsync(pages[0], second), two.PostAsync(pages[1], first));
            foreach (var answer in answers) answer.Dispose();

            var left = Assert.Single(await RolesAsync(village.Code), role => role.Role == Roles.Administrator);
            await RemoveAsync(left);
        }
    }

    [Fact]
    public async Task Administrator_of_another_village_reaches_nobody_and_no_slip_here()
    {
        using var here = await villages.SignInAsync(Roles.Administrator, village);
        using var operators = await villages.SignInAsync(Roles.Operator, village);
        await InviteAsync(here, "Agus", Roles.Operator);
        var slip = (await here.OpenAsync(People)).QuerySelector("form[action$=batalkan]")!.GetAttribute("action")!;
        var role = await TakingOfAsync(operators.Account.Id, village.Code);
        var other = villages.Next();
        using var there = await villages.SignInAsync(Roles.Administrator, other);
        var own = $"/{other.Slug}/kelola/orang";

        await there.OpenAsync(People, HttpStatusCode.Forbidden);
        await there.SubmitAsync(own, own + role[People.Length..], HttpStatusCode.NotFound);
        await there.SubmitAsync(own, own + slip[People.Length..], HttpStatusCode.UnprocessableEntity);
        Assert.DoesNotContain("Agus", (await there.OpenAsync(own)).Body!.TextContent, StringComparison.Ordinal);
        await operators.OpenAsync(Console);
    }

    [Fact]
    public async Task Slip_past_its_time_says_so()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await InviteAsync(staff, "Agus", Roles.Operator);
        Assert.Equal("menunggu", (await staff.OpenAsync(People)).QuerySelector("td .badge")!.TextContent);
        host.Clock.AdjustTime(host.Clock.GetUtcNow() + TimeSpan.FromDays(8));

        Assert.Equal("lewat waktu", (await staff.OpenAsync(People)).QuerySelector("td .badge")!.TextContent);
    }

    Task<IDocument> InviteAsync(StaffBrowser staff, string name, string role) =>
        staff.SubmitAsync(People, $"{People}/slip", HttpStatusCode.OK, ("name", name), ("role", role));

    async Task OpenSlipAsync(string code, string login)
    {
        using var visitor = StaffBrowser.Nobody(host.Address);
        var html = await visitor.GetStringAsync(new Uri($"/slip?kode={code}", UriKind.Relative), Stop);
        var token = (await BrowsingContext.New().OpenAsync(request => request.Content(html), Stop)).QuerySelector("form input[type=hidden]")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            [token.GetAttribute("name")!] = token.GetAttribute("value")!, ["name"] = "Agus", ["login"] = login, ["password"] = "kebun kopi di lereng",
        });
        using var answer = await visitor.PostAsync(new Uri($"/slip?kode={code}", UriKind.Relative), form, Stop);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    async Task<string> TakingOfAsync(Guid account, string village) => $"{People}/{(await RolesAsync(village)).Single(role => role.AccountId == account).Id}/cabut";

    async Task<IReadOnlyList<RoleAssignment>> RolesAsync(string village)
    {
        var scope = StaffBrowser.ScopeOf(host, village).ToString();
        return await host.Services.GetRequiredService<AccountDocuments>().OpenSession().Query<RoleAssignment>().Where(role => role.Scope == scope).ToListAsync(Stop);
    }

    async Task RemoveAsync(RoleAssignment role)
    {
        var session = host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        session.Delete(role);
        await session.SaveChangesAsync(Stop);
    }
}

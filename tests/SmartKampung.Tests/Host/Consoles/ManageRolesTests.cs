using System.Net;
using AngleSharp.Dom;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Consoles;

public sealed class ManageRolesTests(VillagesHost villages) : IClassFixture<VillagesHost>
{
    readonly VillageEntry village = villages.Next();

    string Console => $"/{village.Slug}/kelola";

    string Page => $"{Console}/peran";

    [Fact]
    public async Task Role_gains_and_loses_rights_here_from_the_next_request_on_and_nowhere_else()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        using var here = await villages.SignInAsync(Roles.Operator, village);
        var other = villages.Next();
        using var there = await villages.SignInAsync(Roles.Operator, other);
        await here.OpenAsync($"{Console}/catatan", HttpStatusCode.Forbidden);

        await SaveAsync(staff, Roles.Operator, HttpStatusCode.SeeOther, "village.console", "village.records");
        await here.OpenAsync($"{Console}/catatan");
        await here.OpenAsync($"{Console}/news", HttpStatusCode.Forbidden);
        await there.OpenAsync($"/{other.Slug}/kelola/catatan", HttpStatusCode.Forbidden);

        await staff.SubmitAsync($"{Page}/operator", $"{Page}/operator/semula", HttpStatusCode.SeeOther);
        await here.OpenAsync($"{Console}/catatan", HttpStatusCode.Forbidden);
        await here.OpenAsync($"{Console}/news");
    }

    [Fact]
    public async Task Village_makes_a_role_of_its_own_gives_it_and_removes_it_when_nobody_has_it()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        using var made = await staff.PostAsync(Page, Page, ("name", "Bendahara"));
        var page = made.Headers.Location!.OriginalString;
        var role = page.Split('/')[^1];
        await SaveAsync(staff, role, HttpStatusCode.SeeOther, "village.console");
        using var treasurer = await villages.SignInAsync(role, village);

        await treasurer.OpenAsync(Console);
        await treasurer.OpenAsync($"{Console}/modul", HttpStatusCode.Forbidden);
        Assert.Contains("Bendahara", (await staff.OpenAsync($"{Console}/orang")).QuerySelector("select[name=role]")!.TextContent, StringComparison.Ordinal);
        await staff.SubmitAsync(page, $"{page}/semula", HttpStatusCode.UnprocessableEntity);
        await TakeRoleAsync(staff);
        await staff.SubmitAsync(page, $"{page}/semula", HttpStatusCode.SeeOther);
        await staff.OpenAsync(page, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_gives_a_role_what_they_do_not_have_themselves()
    {
        using var administrator = await villages.SignInAsync(Roles.Administrator, village);
        using var made = await administrator.PostAsync(Page, Page, ("name", "Pengurus orang"));
        var role = made.Headers.Location!.OriginalString.Split('/')[^1];
        await SaveAsync(administrator, role, HttpStatusCode.SeeOther, "village.console", "village.people");
        using var limited = await villages.SignInAsync(role, village);

        await SaveAsync(limited, role, HttpStatusCode.UnprocessableEntity, "village.console", "village.people", "village.modules");
        await SaveAsync(limited, Roles.Operator, HttpStatusCode.UnprocessableEntity, "village.console");
        await limited.SubmitAsync($"{Console}/orang", $"{Console}/orang/slip", HttpStatusCode.UnprocessableEntity, ("name", "Agus"), ("role", Roles.Administrator));
        await limited.OpenAsync($"{Console}/modul", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Administrators_keep_their_rights_and_roles_of_the_regency_are_none_of_the_villages()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);

        await SaveAsync(staff, Roles.Administrator, HttpStatusCode.UnprocessableEntity, "village.console");
        foreach (var role in new[] { Roles.RegencyAdministrator, Roles.Auditor, Roles.DistrictStaff, "own-nothing" })
            await staff.OpenAsync($"{Page}/{role}", HttpStatusCode.NotFound);
        await staff.OpenAsync($"{Console}/modul");
    }

    [Fact]
    public async Task Names_are_told_as_they_are_and_not_given_twice()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await staff.SubmitAsync(Page, Page, HttpStatusCode.SeeOther, ("name", "<b>Juru</b> & kawan"));

        Assert.Contains("<b>Juru</b> & kawan", (await staff.OpenAsync(Page)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await staff.SubmitAsync(Page, Page, HttpStatusCode.UnprocessableEntity, ("name", "operator"));
        await staff.SubmitAsync(Page, Page, HttpStatusCode.UnprocessableEntity, ("name", " "));
    }

    Task<IDocument> SaveAsync(StaffBrowser staff, string role, HttpStatusCode expected, params string[] permissions) =>
        staff.SubmitAsync(Page, $"{Page}/{role}", expected, [.. permissions.Select(permission => ("permission", permission))]);

    async Task TakeRoleAsync(StaffBrowser staff)
    {
        var row = (await staff.OpenAsync($"{Console}/orang")).QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Bendahara", StringComparison.Ordinal) && row.QuerySelector("a") is not null);
        var address = row.QuerySelector("a")!.GetAttribute("href")!;
        await staff.SubmitAsync(address, address, HttpStatusCode.SeeOther);
    }
}

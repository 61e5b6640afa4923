using SmartKampung.Host.Settings;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>Nobody has to know the address of the console that they work in.</summary>
public sealed class OwnConsolesTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    const string Console = $"/{TestHost.DemoSlug}/kelola";

    readonly TestHost host = accounts.Host;

    public static TheoryData<string, string?, string> Ways { get; } = new()
    {
        { Roles.Operator, null, Console },
        { Roles.DistrictStaff, Scope.District("35.10.24").ToString(), "/kelola" },
        { Roles.RegencyAdministrator, Scope.Regency.ToString(), "/kelola" },
        { Roles.Resident, null, "/" },
    };

    [Theory, MemberData(nameof(Ways))]
    public async Task Who_signs_in_from_nowhere_in_particular_comes_to_where_they_work(string role, string? scope, string way)
    {
        var login = accounts.NewLogin();
        using (await host.InviteAsync(login, role, scope)) { }
        using var visitor = new Visitor(host);

        using var answer = await visitor.SignInAsync(login);

        Assert.Equal(way, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Who_came_from_a_page_goes_back_to_it()
    {
        var login = accounts.NewLogin();
        using (await host.InviteAsync(login, Roles.Operator)) { }
        using var visitor = new Visitor(host);

        using var answer = await visitor.SignInAsync(login, path: $"/masuk?kembali=%2F{TestHost.DemoSlug}");

        Assert.Equal($"/{TestHost.DemoSlug}", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Slip_for_staff_leads_to_their_console_and_account_names_it()
    {
        using var visitor = new Visitor(host);

        using var answer = await visitor.SubmitAsync(
            $"/slip?kode={await host.MakeSlipAsync(Roles.Operator)}", ("name", "Ayu Lestari"), ("login", accounts.NewLogin()), ("password", "sawah pagi hujan"));

        Assert.Equal(Console, answer.Headers.Location?.OriginalString);
        Assert.Equal("Kelola Tamansari", (await visitor.ReadAsync("/akun")).QuerySelector($"main a[href='{Console}']")?.TextContent);
    }
}

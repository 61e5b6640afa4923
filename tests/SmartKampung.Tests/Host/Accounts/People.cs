using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>Brings people into a host the way that they come: by a slip.</summary>
static class People
{
    public const string Password = "tiga kuda menari";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The scope of the demo village, as stored.</summary>
    public static string DemoScope(this TestHost host) =>
        Scope.Village(host.Services.GetRequiredService<VillageRegistry>().FindByCode(TestHost.DemoCode)!.Id).ToString();

    public static async Task<string> MakeSlipAsync(this TestHost host, string role = Roles.Resident, string? scope = null) =>
        (await host.Services.GetRequiredService<Slips>().MakeAsync("Ayu Lestari", role, scope ?? host.DemoScope(), madeBy: null, Stop)).ToString();

    /// <summary>Makes an account by a slip; who comes back is signed in with the password alone.</summary>
    public static async Task<Visitor> InviteAsync(this TestHost host, string login, string role = Roles.Resident, string? scope = null)
    {
        var visitor = new Visitor(host);
        using var answer = await visitor.SubmitAsync($"/slip?kode={await host.MakeSlipAsync(role, scope)}", ("name", "Ayu Lestari"), ("login", login), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return visitor;
    }

    /// <summary>Makes an account that has set up its app, signed in with both steps; the key makes its codes.</summary>
    public static async Task<(Visitor Visitor, string Key)> InviteWithAppAsync(this TestHost host, string login, string role = Roles.Resident, string? scope = null)
    {
        var visitor = await host.InviteAsync(login, role, scope);
        var key = await visitor.AppKeyAsync();
        using var answer = await visitor.SubmitAsync("/akun/langkah-kedua", ("code", host.CodeOf(key)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (visitor, key);
    }

    public static async Task<string> AppKeyAsync(this Visitor visitor) =>
        (await visitor.ReadAsync("/akun/langkah-kedua")).QuerySelector("strong.code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    public static string CodeOf(this TestHost host, string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(host.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Lets so much time pass that nothing is fresh any more, and no code is the one of before.</summary>
    public static void PassMinutes(this TestHost host, int minutes) => host.Clock.AdjustTime(host.Clock.GetUtcNow() + TimeSpan.FromMinutes(minutes));

    public static Task<HttpResponseMessage> SignInAsync(this Visitor visitor, string login, string password = Password, string path = "/masuk") =>
        visitor.SubmitAsync(path, ("login", login), ("password", password));

    public static async Task<bool> IsSignedInAsync(this Visitor visitor)
    {
        using var answer = await visitor.GetAsync("/akun");
        return answer.StatusCode == HttpStatusCode.OK;
    }
}

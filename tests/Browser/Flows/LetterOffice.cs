using OtpNet;
using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>The demo village with letters on, and phones of those who have to do with them.</summary>
public sealed class LetterOffice : IAsyncLifetime
{
    public const string Console = ConsoleKind.Village + "/kelola";
    public const string Letters = Console + "/letters";

    readonly Chromium chromium = new();
    Desk? desk;

    Desk Desk => desk ?? throw new InvalidOperationException("The host has not been started.");

    public async ValueTask InitializeAsync()
    {
        await chromium.InitializeAsync();
        desk = await Desk.OpenAsync(chromium, 360, "id", plugins: Repository.Plugins);
        await LettersModule.SwitchOnAsync(desk.Host.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        if (desk is not null) await desk.DisposeAsync();
        await chromium.DisposeAsync();
    }

    /// <summary>The phone of somebody who is not signed in.</summary>
    internal async Task<Phone> PhoneAsync() => new(await Desk.VisitorAsync());

    /// <summary>The phone of a demo account, past the second step as only those can be.</summary>
    internal async Task<Phone> PhoneOfAsync(string person, string way)
    {
        var phone = await SignInAsync(person, way);
        await phone.FollowAsync("form[action*='/langkah-kedua/demo'] button");
        return phone;
    }

    /// <summary>The phone of a demo account with an authenticator app, and the key in that app.</summary>
    internal async Task<(Phone Phone, Totp App)> PhoneWithAppAsync(string person, string way)
    {
        var phone = await SignInAsync(person, way);
        var key = await phone.Seen("main strong.code").InnerTextAsync();
        var app = new Totp(Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal)));
        await phone.WriteAsync("#f-code", CodeOf(app));
        await phone.EnterAsync();
        await phone.FollowAsync("main .actions a.button");
        return (phone, app);
    }

    /// <summary>What the app shows at this moment.</summary>
    internal string CodeOf(Totp app) => app.ComputeTotp(Desk.Host.Clock.GetUtcNow().UtcDateTime);

    internal void Pass(TimeSpan time) => Desk.Host.Clock.Advance(time);

    async Task<Phone> SignInAsync(string person, string way)
    {
        var phone = await PhoneAsync();
        await phone.GoAsync("/masuk?kembali=" + Uri.EscapeDataString(way));
        await phone.WriteAsync("#f-login", $"{person}@demo.example");
        await phone.WriteAsync("#f-password", Staff.Password);
        await phone.EnterAsync();
        return phone;
    }
}

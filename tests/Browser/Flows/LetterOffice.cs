using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>The demo village with letters on, and phones of those who have to do with them.</summary>
public sealed class LetterOffice : IAsyncLifetime
{
    public const string Console = ConsoleKind.Village + "/kelola";
    public const string Letters = Console + "/letters";

    readonly Chromium chromium = new();
    readonly Dictionary<string, Staff> people = [];
    Desk? desk;
    HeadPhone? head;

    Desk Desk => desk ?? throw new InvalidOperationException("The host has not been started.");

    public async ValueTask InitializeAsync()
    {
        await chromium.InitializeAsync();
        desk = await Desk.OpenAsync(chromium, 360, "id", plugins: Repository.Plugins);
        await LettersModule.SwitchOnAsync(desk.Host.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people.Values) person.Dispose();
        if (head is not null) await head.DisposeAsync();
        if (desk is not null) await desk.DisposeAsync();
        await chromium.DisposeAsync();
    }

    /// <summary>The village head's, signed in with an app and a passkey.</summary>
    internal async Task<HeadPhone> HeadAsync() => head ??= await HeadPhone.OpenAsync(Desk);

    /// <summary>The phone of somebody who is not signed in.</summary>
    internal async Task<Phone> PhoneAsync(string language = "id") => new(await Desk.VisitorAsync(language));

    /// <summary>The phone of a demo account that signed in before, and skipped the second step as only those can.</summary>
    internal async Task<Phone> PhoneOfAsync(string person, string way)
    {
        if (!people.TryGetValue(person, out var known)) people[person] = known = await Staff.SignInAsync(Desk.Host.Address, person);
        var phone = await PhoneAsync();
        await phone.Page.Context.AddCookiesAsync(known.Cookies);
        await phone.GoAsync(way);
        return phone;
    }

    /// <summary>Somebody passes on what waits for them.</summary>
    /// <param name="person">The first half of the login.</param>
    /// <param name="name">Whom the letter is for, as it is searched.</param>
    /// <param name="request">The id of the request.</param>
    internal async Task ApproveAsync(string person, string name, string request)
    {
        await using var phone = await PhoneOfAsync(person, $"{Letters}?cari={name}");
        await phone.FollowAsync($"main tbody th a[href$='{request}']");
        await phone.FollowAsync("main form[action$='/setujui'] button");
        Findings.None(phone.Troubles);
    }
}

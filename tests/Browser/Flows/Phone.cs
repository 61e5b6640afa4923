using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>Somebody's phone, which counts what the finger does on it.</summary>
sealed class Phone(Visit visit) : IAsyncDisposable
{
    readonly Pointer hand = new(visit.Page);

    /// <summary>What was pressed, filled in or chosen.</summary>
    public int Taps { get; private set; }

    public IPage Page => visit.Page;

    public IReadOnlyList<string> Troubles => visit.Troubles;

    public Task GoAsync(string address) => visit.GoAsync(address);

    public Task FollowAsync(string selector) => CountAsync(hand.FollowAsync(selector));

    public Task PressAsync(string selector) => CountAsync(hand.PressAsync(selector));

    public Task WriteAsync(string selector, string text) => CountAsync(hand.WriteAsync(selector, text));

    public Task TickAsync(string selector) => CountAsync(hand.TickAsync(selector));

    public Task TakeAsync(string selector, FilePayload file) => CountAsync(hand.TakeAsync(selector, file));

    public Task EnterAsync() => CountAsync(hand.EnterAsync());

    /// <summary>Signs in with the password of a demo account.</summary>
    public async Task SignInAsync(string person, string way)
    {
        await GoAsync("/masuk?kembali=" + Uri.EscapeDataString(way));
        await SignInAsync(person);
    }

    /// <summary>The same on the page that asks for it.</summary>
    public async Task SignInAsync(string person)
    {
        await WriteAsync("#f-login", $"{person}@demo.example");
        await WriteAsync("#f-password", Staff.Password);
        await EnterAsync();
    }

    public ILocator Seen(string selector) => Page.Locator(selector).First;

    public ValueTask DisposeAsync() => visit.DisposeAsync();

    Task CountAsync(Task act)
    {
        Taps++;
        return act;
    }
}

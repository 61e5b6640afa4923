using System.Globalization;

namespace SmartKampung.Browser.Flows;

/// <summary>Somebody with a mouse or a finger.</summary>
sealed class Pointer(IPage page) : Hand(page)
{
    public override Task PressAsync(string selector) => Of(selector).ClickAsync();

    public override Task WriteAsync(string selector, string text) => Of(selector).FillAsync(text);

    public override Task WriteAsync(string selector, DateTime moment) => Of(selector).FillAsync(moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));

    public override Task TickAsync(string selector) => Of(selector).CheckAsync();

    public override Task TakeAsync(string selector, FilePayload file) => Of(selector).SetInputFilesAsync(file);

    ILocator Of(string selector) => Page.Locator(selector).First;
}

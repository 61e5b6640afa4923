using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Media;

namespace SmartKampung.Tests.Plugins.News.Console;

/// <summary>A host with two of the demo village's staff who write its news, and one who may write and not publish.</summary>
public sealed class NewsDesk : IAsyncLifetime
{
    public const string Village = $"/{TestHost.DemoSlug}";
    public const string List = $"{Village}/kelola/news";

    public TestHost Host { get; } = new();

    internal StaffBrowser Dewi { get; private set; } = null!;

    internal StaffBrowser Bambang { get; private set; } = null!;

    internal StaffBrowser Writer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Dewi = await StaffBrowser.SignInAsync(Host, Roles.Secretary);
        Bambang = await StaffBrowser.SignInAsync(Host, Roles.Head, name: "Bambang Sutejo");
        using var administrator = await StaffBrowser.SignInAsync(Host, Roles.Administrator);
        const string page = $"{Village}/kelola/peran/operator";
        await administrator.SubmitAsync(page, page, HttpStatusCode.SeeOther, ("permission", "village.console"), ("permission", "news.write"));
        Writer = await StaffBrowser.SignInAsync(Host, Roles.Operator, name: "Ayu Lestari");
    }

    public async ValueTask DisposeAsync()
    {
        Dewi.Dispose();
        Bambang.Dispose();
        Writer.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Writes a new article in the console.</summary>
    /// <returns>The address of its page there.</returns>
    internal static async Task<string> WriteAsync(StaffBrowser staff, string title, string then = "", params (string Name, string Value)[] fields)
    {
        var begun = await staff.OpenAsync($"{List}/artikel/baru");
        var page = begun.QuerySelector("form[data-editor]")!.GetAttribute("action")!;
        await SaveAsync(staff, page, 0, [("title", title), ("then", then), .. fields], token: $"{List}/artikel/baru");
        return page;
    }

    internal static Task<IDocument> SaveAsync(
        StaffBrowser staff, string page, int version, (string Name, string Value)[] fields, HttpStatusCode expected = HttpStatusCode.SeeOther, string? token = null) =>
        staff.SubmitAsync(token ?? page, page, expected, [("version", $"{version}"), .. fields]);

    /// <summary>Adds a picture to the library.</summary>
    internal Task<Guid> AddPictureAsync(string alt = "Sawah di kaki Ijen") => MediaHost.AddPictureAsync(Host, Dewi, Pictures.Jpeg(), alt);
}

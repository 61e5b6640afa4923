using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Media;

/// <summary>Settings that are chosen from the library, that are HTML, and that are lists of records.</summary>
public sealed class LibrarySettingsTests(MediaHost media) : IClassFixture<MediaHost>, IAsyncLifetime
{
    const string Form = $"/{TestHost.DemoSlug}/kelola/modul/panel";

    StaffBrowser staff = null!;

    public async ValueTask InitializeAsync() => staff = await StaffBrowser.SignInAsync(media.Host, Roles.Administrator);

    public ValueTask DisposeAsync()
    {
        staff.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Picture_and_file_are_chosen_from_the_library_and_told_as_used()
    {
        var (picture, document) = (await media.AddAsync("kepala.jpg", Pictures.Jpeg(), "Gapura desa"), await media.AddAsync("aturan.pdf", Pictures.Pdf()));
        await SaveAsync(HttpStatusCode.SeeOther, ("banner", $"{picture.Id}"), ("rulebook", $"{document.Id}"));
        var (page, saved) = (await staff.OpenAsync(Form), await SettingsAsync());

        Assert.Equal((picture.Id, document.Id), (saved.GetProperty("banner").GetGuid(), saved.GetProperty("rulebook").GetGuid()));
        Assert.Equal("kepala.jpg: Gapura desa", page.QuerySelector("#f-banner option[selected]")!.TextContent);
        Assert.Equal("Gapura desa", page.QuerySelector("[data-chosen] img")!.GetAttribute("alt"));
        Assert.StartsWith("Diatur di sini: kepala.jpg: Gapura desa.", page.GetElementById("f-banner-source")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Pengaturan Papan"], (await staff.OpenAsync($"{MediaHost.Library}/{picture.Id}")).QuerySelectorAll("main .list a").Select(use => use.TextContent));

        await SaveAsync(HttpStatusCode.SeeOther, ("banner", ""), ("rulebook", $"{document.Id}"));
        Assert.Equal(JsonValueKind.Null, (await SettingsAsync()).GetProperty("banner").ValueKind);
    }

    [Fact]
    public async Task What_is_not_in_this_library_or_of_another_kind_can_t_be_chosen()
    {
        var picture = await media.AddAsync("bukan.jpg", Pictures.Jpeg());
        var page = await SaveAsync(HttpStatusCode.UnprocessableEntity, ("banner", $"{Guid.NewGuid()}"), ("rulebook", $"{picture.Id}"));

        Assert.Equal("Pilihan ini tidak ada di media desa. Pilih yang lain.", page.GetElementById("f-banner-error")!.TextContent);
        Assert.NotNull(page.GetElementById("f-rulebook-error"));
    }

    [Fact]
    public async Task Rich_text_is_kept_clean_whoever_sends_it()
    {
        await SaveAsync(HttpStatusCode.SeeOther, ("story", "<h1>Asal</h1><p onclick=\"x()\">Dahulu <script>alert(1)</script><a href=\"javascript:x()\">kala</a></p>"));
        Assert.Equal("<h2>Asal</h2><p>Dahulu <a>kala</a></p>", (await SettingsAsync()).Text("story"));

        using var answer = await media.Host.Administrator.SendAsync(HttpMethod.Put, $"{MediaHost.Api}/settings/panel", new { story = "<img src=x onerror=alert(1)><p>Kini</p>" });
        Assert.True(answer.IsSuccessStatusCode);
        Assert.DoesNotContain("onerror", (await SettingsAsync()).Text("story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_come_and_go_by_buttons_and_nothing_is_saved_until_it_is_said()
    {
        var page = await SaveAsync(HttpStatusCode.OK, ("greeting", "Halo"), ("links", "rows"), ("row", "links.add"));
        Assert.Equal(("", "Halo"), (Value(page, "links.0.title"), Value(page, "greeting")));

        page = await SaveAsync(HttpStatusCode.OK, ("links", "rows"), ("links.0.title", "Satu"), ("links.0.address", ""), ("links.1.title", "Dua"), ("row", "links.remove.0"));
        Assert.Equal(("Dua", null), (Value(page, "links.0.title"), Value(page, "links.1.title")));
        Assert.Equal(0, (await SettingsAsync()).GetProperty("links").GetArrayLength());
    }

    [Fact]
    public async Task Records_are_saved_without_empty_rows_and_told_where_they_are_wrong()
    {
        var page = await SaveAsync(HttpStatusCode.UnprocessableEntity,
            ("links", "rows"), ("links.0.title", "Kabupaten"), ("links.0.address", "bukan alamat"), ("links.1.title", ""), ("links.1.address", "https://desa.id"), ("links.1.order", "x"));
        Assert.Equal("Isi judul.", Error(page, "links.1.title"));
        Assert.NotNull(Error(page, "links.0.address"));
        Assert.Equal("Tulis angka, misalnya 1.250.", Error(page, "links.1.order"));
        Assert.Equal("Kabupaten", Value(page, "links.0.title"));

        await SaveAsync(HttpStatusCode.SeeOther, ("links", "rows"),
            ("links.0.title", "Kabupaten"), ("links.0.address", "https://banyuwangikab.go.id"), ("links.0.order", "1.000"), ("links.0.is_new", "true"), ("links.1.title", ""), ("links.1.address", ""), ("links.2.title", "BPS"), ("links.2.address", "https://bps.go.id"));
        Assert.Equal(
            """[{"title":"Kabupaten","address":"https://banyuwangikab.go.id","order":1000,"isNew":true},{"title":"BPS","address":"https://bps.go.id","order":null,"isNew":false}]""",
            (await SettingsAsync()).GetProperty("links").GetRawText());
        Assert.Equal("1000", Value(await staff.OpenAsync(Form), "links.0.order"));
        await SaveAsync(HttpStatusCode.SeeOther, ("links", "rows"));
        Assert.Equal(0, (await SettingsAsync()).GetProperty("links").GetArrayLength());
    }

    static string? Value(IDocument page, string field) => page.GetElementById("f-" + field)?.GetAttribute("value");

    static string? Error(IDocument page, string field) => page.GetElementById($"f-{field}-error")?.TextContent;

    async Task<JsonElement> SettingsAsync() => JsonDocument.Parse(await media.Host.PageAsync($"{MediaHost.Api}/panel/settings")).RootElement;

    async Task<IDocument> SaveAsync(HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        var version = (await staff.OpenAsync(Form)).QuerySelector("[name=version]")!.GetAttribute("value")!;
        return await staff.SubmitAsync(Form, Form, expected, [("version", version), .. fields]);
    }
}

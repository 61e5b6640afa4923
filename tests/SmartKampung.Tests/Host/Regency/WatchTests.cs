using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Settings;

namespace SmartKampung.Tests.Host.Regency;

public sealed class WatchTests(RegencyHost regency) : IClassFixture<RegencyHost>
{
    const string Watch = "/kelola/pantau";
    const string Figures = "/kelola/angka";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_of_all_villages_are_what_each_tells_itself_and_follow_what_it_saves()
    {
        using var staff = await regency.AdministratorAsync();
        await regency.Host.Services.GetRequiredService<FigureKeeper>().RefreshAsync(Stop);
        var own = JsonDocument.Parse(await regency.Host.Administrator.GetStringAsync(new Uri($"/api/villages/{TestHost.DemoCode}/indicators", UriKind.Relative), Stop));
        var first = own.RootElement.GetProperty("indicators")[0];

        var sorted = await staff.OpenAsync($"{Figures}?urut={first.GetProperty("module").GetString()}.{first.GetProperty("name").GetString()}&arah=turun");
        var row = sorted.QuerySelector("tbody tr")!;
        Assert.Equal("Tamansari", row.QuerySelector("th")!.TextContent);
        Assert.Contains(row.QuerySelectorAll("td.number"), cell => cell.TextContent == $"{first.GetProperty("value").GetDecimal():0}");
        Assert.NotNull(sorted.QuerySelector("th[aria-sort=descending]"));
        Assert.Equal(25, sorted.QuerySelectorAll("tbody tr").Length);
        await staff.OpenAsync($"{Figures}?halaman=99", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Figures_are_files_for_spreadsheets_too_without_formulas()
    {
        using var staff = await regency.AdministratorAsync();
        await regency.Villages.ChangeAsync(villages => [villages.FindByCode("35.10.01.2001")!.Record with { Name = "=HYPERLINK(1)" }], Stop);

        var csv = await staff.Client.GetStringAsync(new Uri($"{Figures}.csv", UriKind.Relative), Stop);
        Assert.Contains(",'=HYPERLINK(1),", csv, StringComparison.Ordinal);
        Assert.Equal(regency.Villages.Villages.Open.Length + 1, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        using var file = new MemoryStream(await staff.Client.GetByteArrayAsync(new Uri($"{Figures}.xlsx", UriKind.Relative), Stop));
        using var archive = new ZipArchive(file);
        var parts = archive.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(entry => XDocument.Load(entry.Open())).ToArray();
        Assert.Contains(parts, part => part.Root!.Value.Contains("'=HYPERLINK(1)", StringComparison.Ordinal));
        Assert.DoesNotContain(parts, part => part.Descendants().Any(element => element.Name.LocalName == "f"));
    }

    [Fact]
    public async Task Last_errors_show_with_their_stack_and_hostile_text_stays_text()
    {
        using var staff = await regency.AdministratorAsync();
        var log = regency.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("uji");
        for (var i = 0; i < 60; i++) log.Log(LogLevel.Error, default, i, new InvalidOperationException("<script>alert(1)</script>"), (number, _) => $"Gagal ke-{number}");

        var page = await staff.OpenAsync(Watch);
        Assert.Equal("Gagal ke-59", page.QuerySelector("main .list h3")!.TextContent);
        Assert.Contains("InvalidOperationException: <script>", page.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(50, page.QuerySelectorAll("pre").Length);
        Assert.DoesNotContain("Gagal ke-9", page.QuerySelectorAll("main .list h3").Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task Slowest_request_of_each_route_is_kept_and_their_number_is_bounded()
    {
        using var staff = await regency.AdministratorAsync();
        var slow = regency.Host.Services.GetRequiredService<SlowRequests>();
        slow.Note("GET /cepat", null, 200, TimeSpan.FromMilliseconds(10));
        for (var i = 0; i < 500; i++) slow.Note($"GET /jalan/{i}", "Tamansari", 200, TimeSpan.FromMilliseconds(300 + i));
        slow.Note("GET /jalan/499", null, 200, TimeSpan.FromMilliseconds(250));

        Assert.Equal(200, slow.Slowest(1000).Count);
        Assert.Equal(("GET /jalan/499", 799, 2), (slow.Slowest(1)[0].Route, slow.Slowest(1)[0].Milliseconds, slow.Slowest(1)[0].Count));
        Assert.Contains("GET /jalan/499", (await staff.OpenAsync(Watch)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_who_have_not_signed_in_for_sixty_days_are_named()
    {
        var session = regency.Host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        var now = regency.Host.Clock.GetUtcNow();
        foreach (var (name, last) in new (string, int?)[] { ("Lama Sekali", 61), ("Baru Saja", 59), ("Belum Pernah", null) })
        {
            var account = new Account { Login = name, LoginKey = name, Name = name };
            session.Store(account);
            session.Store(new RoleAssignment { AccountId = account.Id, Role = Roles.Operator, Scope = Scope.Village(regency.Villages.FindByCode(TestHost.DemoCode)!.Id).ToString(), GivenAt = now - TimeSpan.FromDays(100) });
            if (last is { } days) session.Store(new LastSignIn { Id = account.Id, At = now - TimeSpan.FromDays(days) });
        }

        await session.SaveChangesAsync(Stop);
        using var staff = await regency.AdministratorAsync();
        var text = (await staff.OpenAsync(Watch)).QuerySelector("main")!.TextContent;
        Assert.Contains("Lama Sekali", text, StringComparison.Ordinal);
        Assert.Contains("Belum Pernah", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Baru Saja", text, StringComparison.Ordinal);
    }
}

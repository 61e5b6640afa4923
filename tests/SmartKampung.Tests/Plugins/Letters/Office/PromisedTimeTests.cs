using System.Net;
using System.Net.Http.Json;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Office;

/// <summary>From Monday, 23 November 2026, 9:15, in a village that tells no hours of its own.</summary>
public sealed class PromisedTimeTests(LettersHost villages) : IClassFixture<LettersHost>, IAsyncLifetime
{
    LettersVillage village = null!;
    StaffBrowser yuliana = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        villages.Host.Clock.AdjustTime(new(2026, 11, 23, 2, 15, 0, TimeSpan.Zero));
        village = await villages.BeginAsync();
        await village.BringTypeAsync(Sample.Type());
        yuliana = await village.ResidentAsync();
    }

    public ValueTask DisposeAsync()
    {
        yuliana.Dispose();
        village.Operator.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Asker_reads_by_when_before_it_is_asked_for_and_after_it_was_sent()
    {
        const string Ready = "paling lambat Kamis, 26 November 2026 pukul 10.45";
        Assert.Contains(Ready, await TextAsync($"{village.Site}/surat/{Sample.Slug}"), StringComparison.Ordinal);
        var request = await village.AskAsync(yuliana);

        var status = await TextAsync(request);

        Assert.Contains(Ready, status, StringComparison.Ordinal);
        Assert.Contains("Paling lambat Selasa, 24 November 2026 pukul 13.45.", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Village_says_when_its_office_works_and_on_which_days_it_does_not()
    {
        await SetAsync("profile", new { openingHours = new[] { "monday", "tuesday", "wednesday", "thursday" }.Select(day => new { day, opens = "09:00:00", closes = "15:00:00" }) });
        await SetAsync("settings/letters", new { closedDays = new[] { new { day = "2026-11-25", occasion = "Pemilihan kepala desa" } } });

        var request = await village.AskAsync(yuliana);

        Assert.Contains("paling lambat Selasa, 1 Desember 2026 pukul 09.15", await TextAsync(request), StringComparison.Ordinal);
        Assert.Contains("Paling lambat Kamis, 26 November 2026 pukul 09.15", await TextAsync(request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_with_the_resident_moves_what_was_promised()
    {
        var request = await village.AskAsync(yuliana);
        using var misnadi = await village.SignInAsync(Roles.NeighborhoodHead, territory: LettersVillage.Here);
        var desk = village.AtDesk(request);
        var version = (await misnadi.OpenAsync(desk)).QuerySelector("input[name=version]")!.GetAttribute("value")!;
        await misnadi.SubmitAsync(desk, $"{desk}/minta", HttpStatusCode.SeeOther, ("version", version), ("keys", "purpose"), ("reason", "Untuk apa?"));
        village.Host.Clock.AdjustTime(new(2026, 11, 24, 3, 15, 0, TimeSpan.Zero));
        Assert.Contains("paling lambat Senin, 30 November 2026 pukul 08.15", await TextAsync($"{request}/periksa"), StringComparison.Ordinal);

        await yuliana.SubmitAsync($"{request}/periksa", $"{request}/kirim", HttpStatusCode.SeeOther);

        Assert.Contains("paling lambat Senin, 30 November 2026 pukul 08.15", await TextAsync(request), StringComparison.Ordinal);
    }

    async Task SetAsync(string what, object to)
    {
        using var answer = await village.Host.Administrator.PutAsJsonAsync($"/api/villages/{village.Code}/{what}", to, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    async Task<string> TextAsync(string path) => (await yuliana.OpenAsync(path)).QuerySelector("main")!.TextContent;
}

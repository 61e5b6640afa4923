using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>A letter whose way is long: RT, operator, secretary, the village head and the camat, each on a phone of their own.</summary>
[Collection(typeof(LetterFlows))]
public sealed class LetterStepsTests(LetterOffice office)
{
    const string Site = ConsoleKind.Village;

    /// <summary>At five seconds each, three minutes.</summary>
    const int MostTaps = 36;

    /// <summary>What is typed where the register knows nothing; the rest is left empty.</summary>
    static readonly Dictionary<string, string> Answers = new()
    {
        ["event"] = "Syukuran khitanan",
        ["place"] = "Halaman rumah",
        ["starts_on"] = "12-12-2026",
        ["ends_on"] = "13 Desember 2026",
        ["closes_road"] = "no",
        ["organiser_phone"] = "0812 3456 7890",
    };

    [Fact]
    public async Task Letter_by_rt_secretary_and_camat_is_downloaded_rated_once_and_asked_for_again_with_one_tap()
    {
        await using var resident = await office.PhoneOfAsync("warga", $"{Site}/surat");
        await AskAsync(resident);
        var request = resident.Page.Url.Split('/')[^1];

        foreach (var person in (string[])["rt", "operator", "sekdes"]) await office.ApproveAsync(person, "ayu", request);
        var letter = await (await office.HeadAsync()).SignAsync(request);
        await EndorseAsync(request);
        await CheckAsync(await DownloadAsync(resident));
        await RateAsync(resident);
        await AskAgainAsync(resident);

        Assert.Contains("/letters/surat/", letter, StringComparison.Ordinal);
    }

    static async Task AskAsync(Phone resident)
    {
        var before = resident.Taps;
        await resident.WriteAsync("main input[type=search]", "keramaian");
        await resident.EnterAsync();
        await resident.FollowAsync("main a[href$='/surat/izin-keramaian']");
        await resident.FollowAsync("main a[href$='/ajukan']");
        await resident.FollowAsync("main form[method=post] button");
        await resident.FollowAsync("main a.button");
        await resident.AnswerAllAsync(Answers);
        await resident.FollowAsync("main form[action$='/kirim'] button");

        Assert.InRange(resident.Taps - before, 1, MostTaps);
        await Assertions.Expect(resident.Page.Locator("main .steps li")).ToHaveCountAsync(7);
        await Assertions.Expect(resident.Seen("main .steps li[aria-current=step]")).ToContainTextAsync("RT 001");
    }

    async Task EndorseAsync(string request)
    {
        await using var camat = await office.PhoneOfAsync("camat", $"{LetterOffice.Letters}/tanda-tangan");
        await HeadPhone.SignAsync(camat, request);
    }

    static async Task<byte[]> DownloadAsync(Phone resident)
    {
        await resident.GoAsync(resident.Page.Url);
        await Assertions.Expect(resident.Page.Locator("main .steps li.done")).ToHaveCountAsync(7);
        return await resident.DownloadAsync("main a[href*='/surat/unduh/']");
    }

    /// <summary>The district's number stands there too, and both who signed.</summary>
    async Task CheckAsync(byte[] pdf) =>
        await office.SeesAsync(await PaperCheck.AddressAsync(pdf), ".notice.ok:not([data-result])", "[data-result=genuine]", "dt:has-text('register kecamatan')", "dd:has-text('Camat Licin')");

    static async Task RateAsync(Phone resident)
    {
        await resident.FollowAsync("main a[href*='/surat/nilai/']");
        await resident.TickAsync("main input[value='4']");
        await resident.FollowAsync("main form[method=post] button");
        await Assertions.Expect(resident.Seen("main [role=status]")).ToBeVisibleAsync();
        await Assertions.Expect(resident.Page.Locator("main a[href*='/surat/nilai/']")).ToHaveCountAsync(0);
    }

    /// <summary>Papers may have changed, so they are asked for; the answers stand there.</summary>
    static async Task AskAgainAsync(Phone resident)
    {
        await resident.FollowAsync("main form[action$='/ulang'] button");
        Assert.EndsWith("/dokumen/ktp", resident.Page.Url, StringComparison.Ordinal);
        await resident.GoAsync(resident.Page.Url.Replace("dokumen/ktp", "periksa", StringComparison.Ordinal));
        await Assertions.Expect(resident.Seen("main .list")).ToContainTextAsync("Syukuran khitanan");
    }
}

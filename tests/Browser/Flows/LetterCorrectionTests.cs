using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>A letter of the counter: signed with a passkey, handed over, and replaced since something in it was wrong.</summary>
[Collection(typeof(LetterFlows))]
public sealed class LetterCorrectionTests(LetterOffice office)
{
    const string Site = ConsoleKind.Village;

    [Fact]
    public async Task Letter_of_the_counter_is_signed_by_passkey_collected_and_corrected_and_its_check_names_the_new_one()
    {
        var head = await office.HeadAsync();
        await using var desk = await office.PhoneOfAsync("operator", $"{LetterOffice.Letters}/loket?cari=ayu+puspita");
        var request = await FileAsync(desk);
        await head.SignAsync(request, byPasskey: true);
        await CollectAsync(desk, request);
        var old = await desk.DownloadAsync("main a[href$='/unduh']");

        await using var corrector = await office.PhoneOfAsync("operator", $"{LetterOffice.Letters}/permohonan/{request}");
        var correction = await CorrectAsync(corrector);
        await office.SeesAsync(await PaperCheck.AddressAsync(old), ".notice.ok:not([data-result])");
        await head.SignAsync(correction, byPasskey: true);
        await corrector.GoAsync($"{LetterOffice.Letters}/permohonan/{correction}");
        var number = await corrector.Seen("main a[href*='/letters/surat/']:not([href$='/unduh'])").InnerTextAsync();
        var anew = await corrector.DownloadAsync("main a[href$='/unduh']");

        await CheckAsync(old, anew, number);
        await CheckInEnglishWithoutConnectionAsync(anew);
    }

    static async Task<string> FileAsync(Phone desk)
    {
        await desk.FollowAsync("main a[href*='/letters/loket/']");
        await desk.FollowAsync("main a[href$='/kehilangan']");
        await desk.WriteAsync("#f-item", "Kartu ATM BRI");
        await desk.WriteAsync("#f-details", "Atas nama sendiri.");
        await desk.TickAsync("main input[name=seen]");
        await desk.FollowAsync("main form[method=post] button:not([type])");
        return desk.Page.Url.Split('/')[^1];
    }

    static async Task CollectAsync(Phone desk, string request)
    {
        await desk.GoAsync($"{LetterOffice.Letters}/permohonan/{request}");
        await desk.WriteAsync("#l-collector", "Bagus Puspita");
        await desk.FollowAsync("main form[action$='/diambil'] button");
        await Assertions.Expect(desk.Seen("main")).ToContainTextAsync("Diambil oleh Bagus Puspita");
        await Assertions.Expect(desk.Page.Locator("#l-collector")).ToHaveCountAsync(0);
    }

    static async Task<string> CorrectAsync(Phone desk)
    {
        await desk.FollowAsync("main a[href*='/letters/surat/']:not([href$='/unduh'])");
        await desk.WriteAsync("#f-reason", "Nama bank keliru.");
        await desk.FollowAsync("main button[formaction$='/betulkan']");
        await Assertions.Expect(desk.Seen("#f-item")).ToHaveValueAsync("Kartu ATM BRI");
        await desk.WriteAsync("#f-item", "Kartu ATM BNI");
        await desk.TickAsync("main input[name=seen]");
        await desk.FollowAsync("main form[method=post] button:not([type])");
        await Assertions.Expect(desk.Seen("main .facts")).ToContainTextAsync("Kartu ATM BNI");
        Findings.None(desk.Troubles);
        return desk.Page.Url.Split('/')[^1];
    }

    async Task CheckAsync(byte[] old, byte[] anew, string number)
    {
        await using var stranger = await office.PhoneAsync();
        await stranger.GoAsync(await PaperCheck.AddressAsync(old));
        await Assertions.Expect(stranger.Seen("main .notice.bad:not([data-result])")).ToContainTextAsync(number);
        await stranger.FollowAsync("main .notice.bad a");
        await Assertions.Expect(stranger.Seen("main .notice.ok")).ToBeVisibleAsync();
        await Assertions.Expect(stranger.Seen("main .facts")).ToContainTextAsync(number);
        Findings.None(stranger.Troubles);
        await office.SeesAsync(await PaperCheck.AddressAsync(anew), ".notice.ok:not([data-result])", "[data-result=genuine]");
    }

    /// <summary>Paper leads to the Indonesian page; whoever has been on the English one reads English there.</summary>
    async Task CheckInEnglishWithoutConnectionAsync(byte[] pdf)
    {
        const string IsKept = "async () => (await navigator.serviceWorker.getRegistrations()).filter(one => one.active?.state === 'activated').length === 2";
        var address = await PaperCheck.AddressAsync(pdf);
        await using var visitor = await office.PhoneAsync("en");
        await visitor.GoAsync($"{Site}/en/surat/periksa");
        await visitor.Page.WaitForFunctionAsync(IsKept);
        Findings.None(visitor.Troubles);
        await visitor.Page.Context.SetOfflineAsync(true);

        foreach (var scanned in (string[])[address, address.Replace("/surat/", "/en/surat/", StringComparison.Ordinal)])
        {
            await ReadAsync(visitor, scanned, "genuine", "This QR code is genuine");
            await ReadAsync(visitor, Changed(scanned), "forged", "does not match its signature");
        }

        await visitor.DropAsync(pdf);
        await Assertions.Expect(visitor.Seen("[data-result=unreachable]")).ToContainTextAsync("There is no connection");
    }

    static async Task ReadAsync(Phone visitor, string address, string result, string text)
    {
        await visitor.GoAsync("about:blank");
        await visitor.GoAsync(address);
        await Assertions.Expect(visitor.Seen($"[data-result={result}]")).ToContainTextAsync(text);
        await Assertions.Expect(visitor.Page.Locator("[data-result]:visible")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Seen("main h1")).ToHaveTextAsync("Check a letter");
    }

    /// <summary>Another number than the one that was signed.</summary>
    static string Changed(string address)
    {
        var parts = address.Split('.');
        parts[1] = (parts[1][0] == 'N' ? 'M' : 'N') + parts[1][1..];
        return string.Join('.', parts);
    }
}

using System.Text.RegularExpressions;
using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>A letter from the question to the check, on phones: a resident's, an RT head's, an operator's, the village head's, and a stranger's who checks it.</summary>
[Collection(typeof(LetterFlows))]
public sealed class LetterTests(LetterOffice office)
{
    const string Site = ConsoleKind.Village;

    /// <summary>At five seconds each, two minutes.</summary>
    const int MostTaps = 24;

    [Fact]
    public async Task Resident_comes_from_a_slip_to_a_signed_letter_that_anyone_can_check_until_it_is_revoked()
    {
        var slip = await PrintSlipAsync();
        await using var resident = await office.PhoneAsync();
        await TakeSlipAsync(resident, slip);
        await AskAsync(resident);
        var request = resident.Page.Url.Split('/')[^1];

        await office.ApproveAsync("rt", "setiawan", request);
        await office.ApproveAsync("operator", "setiawan", request);
        var head = await office.HeadAsync();
        var letter = await head.SignAsync(request);
        var pdf = await DownloadAsync(resident);
        await CheckAsync(pdf);
        await RevokeAsync(head.Phone, letter);
        await office.SeesAsync(await PaperCheck.AddressAsync(pdf), ".notice.bad");
    }

    [Fact]
    public async Task Operator_files_a_letter_at_the_counter_in_three_clicks()
    {
        await using var desk = await office.PhoneOfAsync("operator", $"{LetterOffice.Letters}/loket");
        await desk.WriteAsync("#l-cari", "ayu puspita");
        await desk.EnterAsync();
        var before = desk.Taps;

        await desk.FollowAsync("main a[href*='/letters/loket/']");
        await desk.FollowAsync("main a[href$='/kehilangan']");
        await desk.Page.FillAsync("#f-item", "Kartu ATM BRI");
        await desk.Page.FillAsync("#f-details", "Atas nama sendiri, hilang di pasar.");
        await desk.Page.CheckAsync("main input[name=seen]");
        await desk.FollowAsync("main form[method=post] button:not([type])");

        Assert.Equal(3, desk.Taps - before);
        await Assertions.Expect(desk.Seen("main [role=status]")).ToBeVisibleAsync();
        Assert.Contains("/letters/permohonan/", desk.Page.Url, StringComparison.Ordinal);
        Findings.None(desk.Troubles);
    }

    /// <summary>The link of a row covers it, but not the buttons in it.</summary>
    [Fact]
    public async Task Operator_moves_a_question_of_a_type_up()
    {
        await using var desk = await office.PhoneOfAsync("operator", $"{LetterOffice.Letters}/jenis/bepergian");
        var second = await desk.Page.Locator("main a[href$='/pertanyaan/1']").InnerTextAsync();

        await desk.FollowAsync("main form[action$='/pertanyaan/1/naik'] button");

        await Assertions.Expect(desk.Seen("main a[href$='/pertanyaan/0']")).ToHaveTextAsync(second);
        Findings.None(desk.Troubles);
    }

    /// <summary>Somebody of the RT whose head approves later.</summary>
    async Task<string> PrintSlipAsync()
    {
        await using var desk = await office.PhoneOfAsync("operator", $"{LetterOffice.Console}/residents?cari=setiawan&dusun=Krajan&rw=001&rt=001");
        await desk.FollowAsync("main a[href*='/residents/orang/']:not([href$='/baru'])");
        await desk.WriteAsync("#f-purpose", "Mencetak slip");
        await desk.FollowAsync("main form[action$='/buka'] button");
        await desk.FollowAsync("main form[action$='/slip'] button");
        Findings.None(desk.Troubles);
        return (await desk.Seen(".slip .address .code").InnerTextAsync()).Trim();
    }

    static async Task TakeSlipAsync(Phone resident, string code)
    {
        await resident.GoAsync($"/slip?kode={code}");
        await resident.WriteAsync("#f-login", "081234567890");
        await resident.WriteAsync("#f-password", "sawah pagi hujan");
        await resident.EnterAsync();
    }

    static async Task AskAsync(Phone resident)
    {
        await resident.GoAsync($"{Site}/surat");
        var before = resident.Taps;
        await resident.WriteAsync("main input[type=search]", "buka rekening");
        await resident.EnterAsync();
        await resident.FollowAsync("main a[href$='/surat/domisili']");
        await resident.FollowAsync("main a[href$='/ajukan']");
        await resident.FollowAsync("main form[method=post] button");
        await resident.FollowAsync("main a.button");
        await resident.WriteAsync("#f-answer", "membuka rekening di BRI");
        await resident.EnterAsync();
        await resident.FollowAsync("main form[method=post] button");
        await PhotographAsync(resident);
        await PhotographAsync(resident);
        await resident.FollowAsync("main form[action$='/lewati'] button");
        await resident.FollowAsync("main form[action$='/kirim'] button");

        Assert.InRange(resident.Taps - before, 1, MostTaps);
        await Assertions.Expect(resident.Seen("main .panel dl")).ToContainTextAsync("membuka rekening di BRI");
    }

    /// <summary>Twelve megapixels are made smaller before they are sent.</summary>
    static async Task PhotographAsync(Phone resident)
    {
        await resident.TakeAsync("#f-file", PhonePhoto.Take());
        await Assertions.Expect(resident.Seen("#f-file")).ToHaveValueAsync(@"C:\fakepath\foto.jpg", new() { Timeout = 20_000 });
        await resident.FollowAsync("main form[data-photo] button");
        await resident.FollowAsync("main form[action$='/lewati'] button");
    }

    static async Task<byte[]> DownloadAsync(Phone resident)
    {
        await resident.GoAsync($"{Site}/surat/saya");
        await resident.FollowAsync("main a[href*='/surat/permohonan/']");
        return await resident.DownloadAsync("main a[href*='/surat/unduh/']");
    }

    async Task CheckAsync(byte[] pdf)
    {
        var address = await PaperCheck.AddressAsync(pdf);
        await office.SeesAsync(address, ".notice.ok:not([data-result])", "[data-result=genuine]");

        await using var stranger = await office.PhoneAsync();
        var sent = new List<string>();
        stranger.Page.Request += (_, request) => { if (request.Method != "GET") sent.Add(request.Url); };
        await stranger.GoAsync($"{Site}/surat/periksa");
        await stranger.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => {})");
        await stranger.DropAsync([.. pdf, (byte)'\n']);
        await Assertions.Expect(stranger.Seen("[data-result=changed]")).ToBeVisibleAsync();
        await stranger.DropAsync(pdf);
        await Assertions.Expect(stranger.Page).ToHaveURLAsync(new Regex(Regex.Escape(address.Split('#')[0])));
        await Assertions.Expect(stranger.Seen("main .notice.ok")).ToBeVisibleAsync();
        Assert.Empty(sent);
        Findings.None(stranger.Troubles);

        await stranger.Page.Context.SetOfflineAsync(true);
        await stranger.GoAsync("about:blank");
        await stranger.GoAsync(address);
        await Assertions.Expect(stranger.Seen("[data-result=genuine]")).ToBeVisibleAsync();
        await Assertions.Expect(stranger.Seen("#berkas")).ToBeVisibleAsync();
    }

    static async Task RevokeAsync(Phone head, string letter)
    {
        await head.GoAsync(letter);
        await head.WriteAsync("#f-reason", "Alamat keliru.");
        await head.FollowAsync("main form button.danger");
        await Assertions.Expect(head.Seen("main .notice.bad")).ToBeVisibleAsync();
    }
}

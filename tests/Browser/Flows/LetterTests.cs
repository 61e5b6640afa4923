using SmartKampung.Browser.Consoles;
using SmartKampung.Tests.Plugins.Letters.Issued;

namespace SmartKampung.Browser.Flows;

/// <summary>A letter from the question to the check, on phones: a resident's, an RT head's, an operator's, the village head's, and a stranger's who checks it.</summary>
public sealed class LetterTests(LetterOffice office) : IClassFixture<LetterOffice>
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

        await ApproveAsync("rt", request);
        await ApproveAsync("operator", request);
        var (head, letter) = await SignAsync(request);
        var pdf = await DownloadAsync(resident);
        await CheckAsync(pdf);
        await RevokeAsync(head, letter);
        await SeesAsync(await AddressOnPaperAsync(pdf), ".notice.bad");

        await head.DisposeAsync();
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

    async Task ApproveAsync(string person, string request)
    {
        await using var phone = await office.PhoneOfAsync(person, $"{LetterOffice.Letters}?cari=setiawan");
        await phone.FollowAsync($"main tbody th a[href$='{request}']");
        await phone.FollowAsync("main form[action$='/setujui'] button");
        Findings.None(phone.Troubles);
    }

    /// <summary>The code of the sign-in is old by then, and another one is asked for.</summary>
    /// <returns>The head's phone, and where the letter is in the book.</returns>
    async Task<(Phone Head, string Letter)> SignAsync(string request)
    {
        var (head, app) = await office.PhoneWithAppAsync("kades", LetterOffice.Letters);
        office.Pass(TimeSpan.FromMinutes(10));
        await head.FollowAsync("main a[href$='/tanda-tangan']");
        foreach (var other in await head.Page.Locator($"main input[name=letters]:not([value='{request}'])").AllAsync()) await other.UncheckAsync();
        await head.WriteAsync("#f-code", office.CodeOf(app));
        await head.FollowAsync("main form[method=post] button");
        await Assertions.Expect(head.Seen("[data-refresh='0']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(head.Seen("main .notice.ok")).ToBeVisibleAsync();
        Findings.None(head.Troubles);
        return (head, (await head.Seen("main tr:has-text('domisili') a[href*='/letters/surat/']").GetAttributeAsync("href"))!);
    }

    static async Task<byte[]> DownloadAsync(Phone resident)
    {
        await resident.GoAsync($"{Site}/surat/saya");
        await resident.FollowAsync("main a[href*='/surat/permohonan/']");
        // What becomes a download is told as a request that failed.
        Findings.None(resident.Troubles);
        var download = await resident.Page.RunAndWaitForDownloadAsync(() => resident.PressAsync("main a[href*='/surat/unduh/']"));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    async Task CheckAsync(byte[] pdf)
    {
        var address = await AddressOnPaperAsync(pdf);
        await SeesAsync(address, ".notice.ok:not([data-result])", "[data-result=genuine]");

        await using var stranger = await office.PhoneAsync();
        var sent = new List<string>();
        stranger.Page.Request += (_, request) => { if (request.Method != "GET") sent.Add(request.Url); };
        await stranger.GoAsync($"{Site}/surat/periksa");
        await stranger.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => {})");
        await DropAsync(stranger, [.. pdf, (byte)'\n']);
        await Assertions.Expect(stranger.Seen("[data-result=changed]")).ToBeVisibleAsync();
        await DropAsync(stranger, pdf);
        await stranger.Page.WaitForURLAsync("**" + address.Split('#')[0]);
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

    async Task SeesAsync(string address, params string[] shown)
    {
        await using var stranger = await office.PhoneAsync();
        await stranger.GoAsync(address);
        foreach (var part in shown) await Assertions.Expect(stranger.Seen($"main {part}")).ToBeVisibleAsync();
        Findings.None(stranger.Troubles);
    }

    /// <summary>Where the QR code of the first page leads, at this host.</summary>
    static async Task<string> AddressOnPaperAsync(byte[] pdf)
    {
        var read = new Uri((await QrOnPage.ReadAsync(pdf))!);
        return read.AbsolutePath + read.Fragment;
    }

    static async Task DropAsync(Phone phone, byte[] file)
    {
        const string Drop = """
            base64 => {
              const files = new DataTransfer();
              files.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], 'surat.pdf', { type: 'application/pdf' }));
              document.querySelector('main h1').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
            }
            """;
        await phone.Page.EvaluateAsync(Drop, Convert.ToBase64String(file));
    }
}

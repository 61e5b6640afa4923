using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

public sealed class NumberRegisterTests
{
    const string Registers = $"{SigningHost.Village}/kelola/letters/register";
    const string Book = $"{SigningHost.Village}/kelola/letters/buku";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Number_is_written_as_the_register_says()
    {
        await using var host = await SigningHost.StartAsync();
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary);
        (string Format, string Number)[] formats =
        [
            ("470/{seq:000}/429.523.03/{year}", "470/007/429.523.03/2026"),
            ("{class}/{seq}/{roman_month}/{year}", "470/7/XI/2026"),
            ("{seq:0000}/{office_code}/{month}-{year}", "0007/429.523.03/11-2026"),
            ("{village_code}/{seq:00}/{year}", "2008/07/2026"),
        ];

        foreach (var (format, _) in formats) await MakeAsync(secretary, format, format, HttpStatusCode.SeeOther, ("start", "7"));

        var shown = (await secretary.OpenAsync(Registers)).QuerySelector("main table")!.TextContent;
        Assert.All(formats, format => Assert.Contains(format.Number, shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("470/{year}")]
    [InlineData("{seq}/{seq}/{year}")]
    [InlineData("{seq:000}/429.523.03")]
    [InlineData("{seq}/{tahun}/{year}")]
    [InlineData("{seq}/{year")]
    public async Task Form_that_could_give_a_number_twice_or_none_is_refused(string format)
    {
        await using var host = await SigningHost.StartAsync();
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary);

        var page = await MakeAsync(secretary, "Salah", format, HttpStatusCode.UnprocessableEntity);

        Assert.Equal("true", page.QuerySelector("[name=format]")!.GetAttribute("aria-invalid"));
        Assert.Equal(format, page.QuerySelector("[name=format]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Letters_of_a_type_go_into_their_own_register_which_goes_on_with_the_book_of_before()
    {
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(AskedLetters.Type("usaha", "500")), AskedLetters.Request(AskedLetters.Type()), AskedLetters.Request(AskedLetters.Type("kematian", "474.3")));
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary);
        await MakeAsync(secretary, "Umum", "U/{seq}/{year}", HttpStatusCode.SeeOther);
        await MakeAsync(secretary, "Usaha", "B/{seq}/{year}", HttpStatusCode.SeeOther, ("scope", "types"), ("members", "usaha"), ("start", "38"));
        await MakeAsync(secretary, "Kependudukan", "K/{seq}/{year}", HttpStatusCode.SeeOther, ("scope", "classes"), ("members", "474"));

        await host.SignAllAsync(host.Head);

        using var kept = await host.KeptAsync();
        Assert.Equal(["B/38/2026", "K/1/2026", "U/1/2026"], kept.Letters.Select(letter => (string)letter["Number"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Outside_numbers_stand_between_letters_and_a_cancelled_one_stays_with_its_reason()
    {
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(AskedLetters.Type()), AskedLetters.Request(AskedLetters.Type()));
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary);
        var offered = await SigningHost.OfferedAsync(host.Head);
        await host.SignAsync(host.Head, [offered[0]]);

        await TakeAsync(secretary, ("subject", "Undangan rapat"), ("party", "Ketua RT"), ("class", "005"), ("count", "1"));
        await TakeAsync(secretary, ("count", "2"));
        await host.SignAsync(host.Head, [offered[1]]);
        var entry = (await secretary.OpenAsync(Book)).QuerySelectorAll("main tbody a").First(link => link.TextContent.StartsWith("003/", StringComparison.Ordinal)).GetAttribute("href")!;
        await secretary.SubmitAsync(entry, $"{entry}/batal", HttpStatusCode.SeeOther, ("reason", "Tidak jadi"));

        using var kept = await host.KeptAsync();
        Assert.Equal(["Letter", "Outside", "Cancelled", "Reserved", "Letter"], kept.Entries.OrderBy(e => (int)e["Sequence"]!).Select(e => (string)e["Kind"]!));
        kept.ExpectSoundBook();
        Assert.Contains("Tidak jadi", (await secretary.OpenAsync(Book)).Body!.TextContent, StringComparison.Ordinal);
        using var pdf = new Host.Papers.PdfTools(await secretary.Client.GetByteArrayAsync($"{Book}/agenda.pdf", Stop));
        var book = await pdf.TextAsync();
        Assert.Contains("Undangan rapat", book, StringComparison.Ordinal);
        Assert.Contains("2026", book.Split('\n')[0], StringComparison.Ordinal);
        var sheet = await secretary.Client.GetByteArrayAsync($"{Book}/agenda.xlsx", Stop);
        Assert.Equal("PK"u8.ToArray(), sheet[..2]);
    }

    [Fact]
    public async Task Incoming_mail_is_kept_with_to_whom_it_was_passed_on()
    {
        await using var host = await SigningHost.StartAsync();
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary);
        const string page = $"{Book}/masuk/baru";

        await secretary.SubmitAsync(page, page, HttpStatusCode.SeeOther, ("from", "Camat Licin"), ("subject", "Undangan musrenbang"), ("received", "2026-11-20"), ("disposed_to", "Kasi Pemerintahan"));

        var shown = await secretary.OpenAsync($"{Book}/masuk");
        Assert.Contains("Kasi Pemerintahan", shown.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deputy_signs_while_their_term_lasts_and_the_paper_says_for_whom()
    {
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(AskedLetters.Type()), AskedLetters.Request(AskedLetters.Type()));
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary, name: "Dewi Lestari");
        Assert.Empty(await SigningHost.OfferedAsync(secretary));
        const string page = $"{SigningHost.Village}/kelola/letters/pejabat/baru";
        await secretary.SubmitAsync(page, page, HttpStatusCode.SeeOther, ("role", Roles.Head), ("by", Roles.Secretary), ("capacity", "on_behalf"), ("name", "Dewi Lestari, S.E."), ("title", "Sekretaris Desa"), ("from", "2026-11-20"), ("until", "2026-11-25"));

        await host.SignAsync(secretary, [(await SigningHost.OfferedAsync(secretary))[0]]);
        host.Host.Clock.AdjustTime(host.Host.Clock.GetUtcNow().AddDays(3));

        Assert.Empty(await SigningHost.OfferedAsync(secretary));
        using var kept = await host.KeptAsync();
        using var paper = new Host.Papers.PdfTools(kept.Pdf(Assert.Single(kept.Letters)));
        var text = await paper.TextAsync();
        Assert.Contains("a.n. Kepala Desa Tamansari", text, StringComparison.Ordinal);
        Assert.Contains("Dewi Lestari, S.E.", text, StringComparison.Ordinal);
    }

    static Task<IDocument> MakeAsync(StaffBrowser staff, string name, string format, HttpStatusCode expected, params (string Name, string Value)[] more)
    {
        const string page = $"{Registers}/baru";
        (string Name, string Value)[] usual = [("use", "letters"), ("scope", "all"), ("reset", "yearly"), ("start", "1")];
        return staff.SubmitAsync(page, page, expected, [("name", name), ("format", format), .. usual.Where(field => more.All(own => own.Name != field.Name)), .. more]);
    }

    static async Task TakeAsync(StaffBrowser staff, params (string Name, string Value)[] fields)
    {
        var register = (await staff.OpenAsync(Book)).QuerySelector("main form[method=post] [name=register]")!.GetAttribute("value")!;
        await staff.SubmitAsync(Book, $"{Book}/nomor", HttpStatusCode.SeeOther, [("register", register), .. fields]);
    }
}

using System.Net;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.Letters.Issued;
using static SmartKampung.Tests.Plugins.Letters.LettersVillage;

namespace SmartKampung.Tests.Plugins.Letters.Requests;

public sealed class PreviewDraftTests(LettersHost villages) : IClassFixture<LettersHost>, IAsyncLifetime
{
    LettersVillage village = null!;
    StaffBrowser yuliana = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        village = await villages.BeginAsync();
        await village.BringTypeAsync(Sample.Type(body: "<p>{{ subject.name }} untuk {{ answers.purpose }}.</p>"));
        yuliana = await village.ResidentAsync();
    }

    public ValueTask DisposeAsync()
    {
        yuliana.Dispose();
        village.Operator.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Asker_sees_the_letter_as_a_draft_without_number_code_and_signature_before_it_is_sent()
    {
        var pdf = await yuliana.Client.GetByteArrayAsync(new Uri(await DraftAsync(), UriKind.Relative), Stop);

        var text = await PdfText.OfAsync(pdf);
        foreach (var told in new[] { "DRAF", "Yuliana Sari untuk melamar kerja.", "Nomor: …", "bukan surat" }) Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.DoesNotContain("PRATINJAU", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pindai", text, StringComparison.Ordinal);
        Assert.Null(await QrOnPage.ReadAsync(pdf));
    }

    [Fact]
    public async Task Nobody_else_sees_it_and_once_sent_nobody_does()
    {
        var draft = await DraftAsync();
        using var eko = await village.ResidentAsync("Eko Purwanto");
        foreach (var other in new[] { eko, village.Operator }) await other.OpenAsync(draft, HttpStatusCode.NotFound);

        var request = await village.AskAsync(yuliana);

        await yuliana.OpenAsync($"{request}/draf.pdf", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_opens_it_all_the_time_is_slowed()
    {
        var draft = await DraftAsync();
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 22; time++)
        {
            using var answer = await yuliana.Client.GetAsync(new Uri(draft, UriKind.Relative), Stop);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Equal(HttpStatusCode.SeeOther, answers[^1]);
    }

    async Task<string> DraftAsync()
    {
        var (document, _) = await AnswerAsync(yuliana, await village.BeginAsync(yuliana, Sample.Slug), ("answer", "melamar kerja"));
        var check = document.Replace("dokumen/ktp", "periksa", StringComparison.Ordinal);
        return (await yuliana.OpenAsync(check)).QuerySelectorAll("main a").Single(link => link.TextContent == "Lihat suratnya").GetAttribute("href")!;
    }
}

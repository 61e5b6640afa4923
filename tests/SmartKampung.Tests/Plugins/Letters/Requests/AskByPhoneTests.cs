using System.Net;
using SmartKampung.Tests.Host.Consoles;
using static SmartKampung.Tests.Plugins.Letters.LettersVillage;

namespace SmartKampung.Tests.Plugins.Letters.Requests;

public sealed class AskByPhoneTests(LettersHost villages) : IClassFixture<LettersHost>, IAsyncLifetime
{
    LettersVillage village = null!;
    StaffBrowser yuliana = null!;

    public async ValueTask InitializeAsync()
    {
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
    public async Task Letter_is_found_by_what_it_is_for_and_by_no_other_word()
    {
        var page = await yuliana.OpenAsync($"{village.Site}/surat?q=mau+ziarah+walisongo");

        Assert.Equal("Surat keterangan uji", page.QuerySelector("main .list h3")!.TextContent);
        Assert.Contains("1 surat", page.QuerySelector("main .meta")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Belum ada surat yang cocok", (await yuliana.OpenAsync($"{village.Site}/surat?q=xyzzy")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_an_account_finds_the_letter_of_domicile_of_the_catalogue()
    {
        var page = await yuliana.OpenAsync($"{village.Site}/surat?q=buka+rekening");

        Assert.Contains(page.QuerySelectorAll("main .list")[0].QuerySelectorAll("h3 a"), link => link.GetAttribute("href")!.EndsWith("/surat/domisili", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letter_is_asked_for_question_by_question_and_followed_by_its_steps()
    {
        var question = await village.BeginAsync(yuliana, Sample.Slug);
        Assert.Equal("Keperluan", (await yuliana.OpenAsync(question)).QuerySelector("h1")!.TextContent);
        var (document, _) = await AnswerAsync(yuliana, question, ("answer", "membuka rekening di BRI"));
        using (var attached = await AttachAsync(yuliana, document)) Assert.Equal(HttpStatusCode.SeeOther, attached.StatusCode);
        var (check, page) = await AnswerAsync(yuliana, document, []);
        Assert.EndsWith("/periksa", check, StringComparison.Ordinal);
        Assert.Contains("membuka rekening di BRI", page.QuerySelector("main ul.list")!.TextContent, StringComparison.Ordinal);

        var request = check[..^"/periksa".Length];
        await yuliana.SubmitAsync(check, $"{request}/kirim", HttpStatusCode.SeeOther);

        var status = await yuliana.OpenAsync(request);
        Assert.Contains("Ketua RT 001", status.QuerySelector(".steps [aria-current]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(status.QuerySelectorAll(".steps .done"));
        Assert.Contains("Surat keterangan uji", (await yuliana.OpenAsync($"{village.Site}/surat/saya")).QuerySelector("main .list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_last_is_first_in_the_own_list()
    {
        var first = await village.BeginAsync(yuliana, Sample.Slug);
        villages.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await village.BeginAsync(yuliana, Sample.Slug);
        Assert.Equal([IdIn(second), IdIn(first)], await OwnAsync());

        villages.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await AnswerAsync(yuliana, first, ("answer", "membuka rekening di BRI"));

        Assert.Equal([IdIn(first), IdIn(second)], await OwnAsync());
    }

    [Fact]
    public async Task Begun_twice_and_sent_twice_is_once()
    {
        var token = ("token", Guid.NewGuid().ToString());
        var page = $"{village.Site}/surat/{Sample.Slug}/ajukan";
        using var first = await yuliana.PostAsync(page, page, token);
        using var second = await yuliana.PostAsync(page, page, token);
        Assert.Equal(first.Headers.Location, second.Headers.Location);

        var request = await village.AskAsync(yuliana);
        var check = await yuliana.OpenAsync("/akun/nama");
        using var again = await yuliana.PostAsync(check, $"{request}/kirim");

        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Single((await yuliana.OpenAsync(request)).QuerySelectorAll(".steps .done p"));
    }

    [Fact]
    public async Task Draft_is_where_it_was_left_after_another_sign_in()
    {
        var question = await village.BeginAsync(yuliana, Sample.Slug);
        var (document, _) = await AnswerAsync(yuliana, question, ("answer", "melamar kerja"));
        var request = document[..document.IndexOf("/dokumen", StringComparison.Ordinal)];

        using var answer = await yuliana.Client.GetAsync(new Uri(request, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(document, answer.Headers.Location!.OriginalString);
        Assert.Equal("melamar kerja", (await yuliana.OpenAsync(question)).QuerySelector("input[name=answer]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Account_that_the_register_does_not_know_is_told_how_to_get_a_slip()
    {
        using var stranger = await village.StrangerAsync();

        Assert.Contains("slip warga", (await stranger.OpenAsync($"{village.Site}/surat/{Sample.Slug}/ajukan")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_is_asked_for_somebody_of_the_family_and_for_nobody_else()
    {
        var family = await village.FamilyAsync();
        using var father = await village.ResidentAsync("Slamet Riyadi", family: family);
        await village.EnterAsync("Fitri Wulandari", family: family);
        var outsider = await village.EnterAsync("Orang Lain");
        var page = await father.OpenAsync($"{village.Site}/surat/{Sample.Slug}/ajukan");
        var daughter = page.QuerySelectorAll("input[name=resident]")[1].GetAttribute("value")!;

        var (_, data) = await AnswerAsync(father, $"{village.Site}/surat/{Sample.Slug}/ajukan", ("resident", daughter));
        Assert.Contains("Fitri Wulandari", data.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        using var foreign = await father.PostAsync(page, $"{village.Site}/surat/{Sample.Slug}/ajukan", ("token", Guid.NewGuid().ToString()), ("resident", outsider.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task Request_is_withdrawn_and_asked_again_with_its_answers()
    {
        var request = await village.AskAsync(yuliana, purpose: "mendaftar sekolah");
        await yuliana.SubmitAsync(request, $"{request}/batal", HttpStatusCode.SeeOther);
        Assert.Contains("Dibatalkan", (await yuliana.OpenAsync(request)).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);

        using var again = await yuliana.PostAsync(request, $"{request}/ulang");

        var next = again.Headers.Location!.OriginalString;
        Assert.EndsWith("/dokumen/ktp", next, StringComparison.Ordinal);
        Assert.Equal("mendaftar sekolah", (await yuliana.OpenAsync(next.Replace("dokumen/ktp", "tanya/purpose", StringComparison.Ordinal))).QuerySelector("input[name=answer]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Asking_pages_are_small_and_need_no_script()
    {
        var question = await village.BeginAsync(yuliana, Sample.Slug);
        foreach (var path in new[] { $"{village.Site}/surat", $"{village.Site}/surat/{Sample.Slug}", question })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd("br");
            using var answer = await yuliana.SendAsync(request);
            Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1, 14 * 1024);
            Assert.Contains("br", answer.Content.Headers.ContentEncoding);
        }

        Assert.Empty((await yuliana.OpenAsync(question)).QuerySelectorAll("script:not([src]):not([type='application/ld+json'])"));
    }

    async Task<IEnumerable<string>> OwnAsync() =>
        (await yuliana.OpenAsync($"{village.Site}/surat/saya")).QuerySelectorAll("main .list h2 a").Select(link => IdIn(link.GetAttribute("href")!));

    /// <summary>Of the request that an address belongs to.</summary>
    string IdIn(string address) => address[$"{village.Site}/surat/permohonan/".Length..].Split('/')[0];
}

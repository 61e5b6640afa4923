using System.Net;
using SmartKampung.Tests.Host.Consoles;
using static SmartKampung.Tests.Plugins.Letters.LettersVillage;

namespace SmartKampung.Tests.Plugins.Letters.Requests;

public sealed class QuestionTests(LettersHost villages) : IClassFixture<LettersHost>, IAsyncLifetime
{
    LettersVillage village = null!;
    StaffBrowser yuliana = null!;

    public async ValueTask InitializeAsync()
    {
        village = await villages.BeginAsync();
        yuliana = await village.ResidentAsync();
    }

    public ValueTask DisposeAsync()
    {
        yuliana.Dispose();
        village.Operator.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("date", "17 agustus 1990", "17-8-1990")]
    [InlineData("date", "1990-08-17", "17-8-1990")]
    [InlineData("date", "31-2-2020", null)]
    [InlineData("date", "kemarin", null)]
    [InlineData("time", "9.30", "09:30")]
    [InlineData("time", "25.00", null)]
    [InlineData("money", "Rp 1.500.000", "1500000")]
    [InlineData("money", "1,5 juta", "1500000")]
    [InlineData("money", "-5", null)]
    [InlineData("number", "2,5", "2,5")]
    [InlineData("number", "dua", null)]
    [InlineData("nik", "3510 2457 0890 0001", "3510245708900001")]
    [InlineData("nik", "351024570890001", null)]
    [InlineData("nik", "3510243202900001", null)]
    [InlineData("phone", "0812-3456-7890", "081234567890")]
    [InlineData("phone", "telepon saya", null)]
    [InlineData("text", "  dua   kata ", "dua kata")]
    [InlineData("text", "", null)]
    public async Task Answer_is_kept_as_its_kind_has_it_or_refused_with_what_was_typed(string kind, string typed, string? kept)
    {
        await village.BringTypeAsync(Sample.Type(fields: $$"""{ "key": "it", "kind": "{{kind}}", "isRequired": true, "label": { "indonesian": "Isian" } }"""));
        var question = await village.BeginAsync(yuliana, Sample.Slug);

        var page = await yuliana.SubmitAsync(question, question, kept is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.SeeOther, ("answer", typed));

        if (kept is null) Assert.NotEmpty(page.QuerySelector("#f-answer-error")!.TextContent);
        else page = await yuliana.OpenAsync(question);
        Assert.Equal(kept ?? typed, page.QuerySelector("input[name=answer]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Question_with_a_condition_is_asked_only_where_it_holds_and_its_answer_goes_when_it_does_not()
    {
        await village.BringTypeAsync(Sample.Type(documents: "", fields:
            """
            { "key": "married", "kind": "yesNo", "isRequired": true, "label": { "indonesian": "Sudah menikah?" } },
            { "key": "spouse", "kind": "text", "isRequired": true, "label": { "indonesian": "Nama pasangan" }, "when": { "field": "married", "isOneOf": ["yes"] } }
            """));
        var married = await village.BeginAsync(yuliana, Sample.Slug);
        var (spouse, _) = await AnswerAsync(yuliana, married, ("answer", "yes"));
        Assert.EndsWith("/tanya/spouse", spouse, StringComparison.Ordinal);
        await AnswerAsync(yuliana, spouse, ("answer", "Eko Purwanto"));

        var (check, page) = await AnswerAsync(yuliana, married, ("answer", "no"));

        Assert.EndsWith("/periksa", check, StringComparison.Ordinal);
        Assert.DoesNotContain("Nama pasangan", page.QuerySelector("main ul.list")!.TextContent, StringComparison.Ordinal);
        await yuliana.OpenAsync(spouse, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Rows_of_a_group_are_added_changed_and_removed()
    {
        await village.BringTypeAsync(Sample.Type(documents: "", fields:
            """
            { "key": "children", "kind": "group", "min": 1, "max": 2, "label": { "indonesian": "Anak" },
              "fields": [ { "key": "name", "kind": "text", "isRequired": true, "label": { "indonesian": "Nama" } }, { "key": "born", "kind": "date", "label": { "indonesian": "Lahir" } } ] }
            """));
        var rows = await village.BeginAsync(yuliana, Sample.Slug);
        await yuliana.SubmitAsync(rows, rows, HttpStatusCode.UnprocessableEntity);
        await yuliana.SubmitAsync($"{rows}/0", $"{rows}/0", HttpStatusCode.UnprocessableEntity, ("name", ""), ("born", "1-1-2020"));
        await AnswerAsync(yuliana, $"{rows}/0", ("name", "Budi"), ("born", "1-1-2020"));
        await AnswerAsync(yuliana, $"{rows}/1", ("name", "Sari"), ("born", ""));
        await yuliana.OpenAsync($"{rows}/2", HttpStatusCode.NotFound);
        await yuliana.SubmitAsync(rows, $"{rows}/0/hapus", HttpStatusCode.SeeOther);

        var (check, page) = await AnswerAsync(yuliana, rows, []);

        Assert.EndsWith("/periksa", check, StringComparison.Ordinal);
        Assert.Contains("Sari", page.QuerySelector("main ul.list")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Budi", page.QuerySelector("main ul.list")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", "ktp.jpg")]
    [InlineData("MZ program", "ktp.png")]
    [InlineData("%PDF-1.7 without its end", "ktp.pdf")]
    [InlineData("", "ktp.jpg")]
    public async Task Document_is_known_by_its_content(string content, string name)
    {
        await village.BringTypeAsync(Sample.Type());
        var (document, _) = await AnswerAsync(yuliana, await village.BeginAsync(yuliana, Sample.Slug), ("answer", "bekerja"));

        using var answer = await AttachAsync(yuliana, document, System.Text.Encoding.UTF8.GetBytes(content), name);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var request = document[..document.IndexOf("/dokumen", StringComparison.Ordinal)];
        await yuliana.SubmitAsync($"{request}/periksa", $"{request}/kirim", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Photo_is_shown_to_its_owner_without_what_the_camera_noted_and_kept_by_nobody()
    {
        await village.BringTypeAsync(Sample.Type());
        var (document, _) = await AnswerAsync(yuliana, await village.BeginAsync(yuliana, Sample.Slug), ("answer", "bekerja"));
        var photo = SmartKampung.Tests.Host.Media.Pictures.WithExif(Photo, orientation: 6);
        using (var attached = await AttachAsync(yuliana, document, photo)) Assert.Equal(HttpStatusCode.SeeOther, attached.StatusCode);

        var link = (await yuliana.OpenAsync(document)).QuerySelector("main .list a")!.GetAttribute("href")!;
        using var shown = await yuliana.Client.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.MediaType);
        Assert.True(shown.Headers.CacheControl is { NoStore: true, Private: true });
        Assert.True((await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length <= photo.Length);
    }
}

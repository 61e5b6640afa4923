using System.Net;
using System.Text;

namespace SmartKampung.Tests.Plugins.Letters.Types;

public sealed class TypeEditingTests(LettersHost villages) : IClassFixture<LettersHost>, IAsyncLifetime
{
    LettersVillage village = null!;

    string Types => $"{village.Desk}/jenis";

    public async ValueTask InitializeAsync() => village = await villages.BeginAsync();

    public ValueTask DisposeAsync()
    {
        village.Operator.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Letter_that_is_switched_off_is_not_offered_until_it_is_on_again()
    {
        await village.Operator.SubmitAsync(Types, $"{Types}/domisili/tawarkan", HttpStatusCode.SeeOther, ("is_offered", "false"));
        await village.Operator.OpenAsync($"{village.Site}/surat/domisili", HttpStatusCode.NotFound);

        await village.Operator.SubmitAsync(Types, $"{Types}/domisili/tawarkan", HttpStatusCode.SeeOther, ("is_offered", "true"));

        await village.Operator.OpenAsync($"{village.Site}/surat/domisili");
    }

    [Fact]
    public async Task Village_changes_a_letter_and_resets_it()
    {
        await SaveAsync("dasar", ("name", "Surat domisili kami"), ("audience", "self"), ("promised_hours", "3"), ("size", "f4"));
        Assert.Equal("Surat domisili kami", (await village.Operator.OpenAsync($"{village.Site}/surat/domisili")).QuerySelector("h1")!.TextContent);
        Assert.Contains("Surat domisili kami", (await village.Operator.OpenAsync($"{Types}/domisili/beda")).QuerySelector("ins")!.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);

        await LettersVillage.AnswerAsync(village.Operator, $"{Types}/domisili", ("version", "1"));

        Assert.DoesNotContain("kami", (await village.Operator.OpenAsync($"{village.Site}/surat/domisili")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_documents_and_steps_are_changed_and_what_can_not_be_is_told()
    {
        await SaveAsync("pertanyaan/baru", ("key", "bank"), ("kind", "choice"), ("label", "Bank apa?"), ("options", "BRI\nBNI | Bank BNI | BNI bank"));
        await SaveAsync("dokumen/baru", ("key", "passbook"), ("label", "Buku tabungan"), ("when_field", "bank"), ("when_values", "BRI"));
        await SaveAsync("langkah/0", ("kind", "approve"), ("role", "operator"), ("territory", "village"), ("due_hours", "2"), ("escalates_to", "secretary"));
        var refused = await SaveAsync("pertanyaan/baru", HttpStatusCode.UnprocessableEntity, ("key", "Bukan Kunci"), ("kind", "text"), ("label", "X"));
        Assert.Contains("Bukan Kunci", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await SaveAsync("dokumen/baru", HttpStatusCode.UnprocessableEntity, ("key", "other"), ("label", "Lain"), ("when_field", "bank"), ("when_values", "Bank lain"));

        var page = (await village.Operator.OpenAsync($"{Types}/domisili")).QuerySelector("main")!.TextContent;
        Assert.Contains("Bank apa?", page, StringComparison.Ordinal);
        Assert.Contains("Buku tabungan", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_no_template_is_told_with_its_line_and_the_letter_is_not_offered()
    {
        await SaveAsync("isi", ("body", "<p>Baris satu</p>\n{{ if subject.name }}"));

        await village.Operator.OpenAsync($"{village.Site}/surat/domisili", HttpStatusCode.NotFound);
        Assert.Contains("baris 2", (await village.Operator.OpenAsync($"{Types}/domisili")).QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("isi surat salah", (await village.Operator.OpenAsync(Types)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_goes_as_one_file_from_village_to_village()
    {
        await village.BringTypeAsync(Sample.Type());
        var file = await village.Operator.Client.GetStringAsync(new Uri($"{Types}/{Sample.Slug}/berkas", UriKind.Relative), TestContext.Current.CancellationToken);
        var other = await villages.BeginAsync();

        await other.BringTypeAsync(file);

        Assert.Equal("Surat keterangan uji", (await other.Operator.OpenAsync($"{other.Site}/surat/{Sample.Slug}")).QuerySelector("h1")!.TextContent);
        Assert.Equal(file, await other.Operator.Client.GetStringAsync(new Uri($"{other.Desk}/jenis/{Sample.Slug}/berkas", UriKind.Relative), TestContext.Current.CancellationToken));
        other.Operator.Dispose();
    }

    [Theory]
    [InlineData("bukan json", "dibaca")]
    [InlineData("null", "kosong")]
    [InlineData("""{ "slug": "x" }""", "dibaca")]
    [InlineData("colour", "colour")]
    [InlineData("kind", "dibaca")]
    [InlineData("role", "peran “lurah”")]
    [InlineData("signer", "menandatangani")]
    [InlineData("slug", "saya")]
    public async Task File_that_is_no_letter_is_refused_with_what_is_wrong(string wrong, string told)
    {
        var json = wrong switch
        {
            "colour" => Sample.Type(more: ", \"colour\": \"red\""),
            "kind" => Sample.Type(fields: Sample.Purpose.Replace("\"text\"", "\"colour\"", StringComparison.Ordinal)),
            "role" => Sample.Type(steps: """{ "kind": "sign", "role": "lurah" }"""),
            "signer" => Sample.Type(steps: """{ "kind": "approve", "role": "operator" }"""),
            "slug" => Sample.Type(slug: "saya"),
            _ => wrong,
        };
        using var answer = await LettersVillage.UploadAsync(village.Operator, $"{Types}/bawa", $"{Types}/bawa", "file", "x.json", Encoding.UTF8.GetBytes(json));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Added_letter_is_the_villages_own_and_can_be_removed()
    {
        await village.Operator.SubmitAsync($"{Types}/baru", $"{Types}/baru", HttpStatusCode.UnprocessableEntity, ("name", "Surat kami"), ("slug", "domisili"));
        await village.Operator.SubmitAsync($"{Types}/baru", $"{Types}/baru", HttpStatusCode.SeeOther, ("name", "Surat kami"), ("slug", "surat-kami"));
        await village.Operator.OpenAsync($"{village.Site}/surat/surat-kami", HttpStatusCode.NotFound);
        await village.Operator.SubmitAsync(Types, $"{Types}/surat-kami/tawarkan", HttpStatusCode.SeeOther, ("is_offered", "true"));
        await village.Operator.OpenAsync($"{village.Site}/surat/surat-kami");

        await village.Operator.SubmitAsync($"{Types}/surat-kami", $"{Types}/surat-kami/kembalikan", HttpStatusCode.SeeOther, ("version", "2"));

        await village.Operator.OpenAsync($"{Types}/surat-kami", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Resident_and_head_of_an_RT_change_no_letters()
    {
        using var head = await village.SignInAsync(Roles.NeighborhoodHead, territory: LettersVillage.Here);
        using var resident = await village.ResidentAsync();

        using var answer = await head.Client.GetAsync(new Uri(Types, UriKind.Relative), TestContext.Current.CancellationToken);
        using var other = await resident.Client.GetAsync(new Uri(Types, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, other.StatusCode);
    }

    Task<AngleSharp.Dom.IDocument> SaveAsync(string part, params (string Name, string Value)[] fields) => SaveAsync(part, HttpStatusCode.SeeOther, fields);

    async Task<AngleSharp.Dom.IDocument> SaveAsync(string part, HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        var page = $"{Types}/domisili/{part}";
        var version = (await village.Operator.OpenAsync(page)).QuerySelector("input[name=version]")!.GetAttribute("value")!;
        return await village.Operator.SubmitAsync(page, page, expected, [("version", version), .. fields]);
    }
}

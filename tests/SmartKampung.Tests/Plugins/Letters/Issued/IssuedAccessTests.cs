using System.Net;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

/// <summary>A letter that a resident asked for: theirs to download, nobody else's.</summary>
public sealed class IssuedAccessTests(LettersHost letters) : IClassFixture<LettersHost>
{
    const string Steps = """{ "kind": "sign", "role": "head", "dueHours": 8 }""";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asked_downloads_the_letter_and_for_everybody_else_there_is_none()
    {
        var village = await letters.BeginAsync();
        await village.BringTypeAsync(Sample.Type(steps: Steps));
        using var resident = await village.ResidentAsync();
        using var neighbor = await village.ResidentAsync("Agus Salim");
        using var stranger = await village.StrangerAsync();
        var request = await village.AskAsync(resident);
        var id = await SignAsync(village);
        var file = (await resident.OpenAsync(request)).QuerySelector("main a[href*='/surat/unduh/']")!.GetAttribute("href")!;

        Assert.EndsWith(id, file, StringComparison.Ordinal);
        Assert.Equal("%PDF-"u8.ToArray(), (await resident.Client.GetByteArrayAsync(new Uri(file, UriKind.Relative), Stop))[..5]);
        foreach (var other in new[] { neighbor, stranger }) await other.OpenAsync(file, HttpStatusCode.NotFound);
        Assert.Equal("%PDF-"u8.ToArray(), (await village.Operator.Client.GetByteArrayAsync(new Uri($"{village.Desk}/surat/{id}/unduh", UriKind.Relative), Stop))[..5]);
        using var head = await village.SignInAsync(Roles.NeighborhoodHead, territory: LettersVillage.NextDoor);
        Assert.Contains(await StatusAsync(head, $"{village.Desk}/surat/{id}/unduh"), (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.NotFound]);
        Assert.Contains(await StatusAsync(resident, $"{village.Desk}/surat/{id}/unduh"), (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.NotFound]);
        var elsewhere = await letters.BeginAsync();
        await elsewhere.Operator.OpenAsync($"{elsewhere.Desk}/surat/{id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Resident_says_once_how_it_was_and_staff_see_how_long_letters_take()
    {
        var village = await letters.BeginAsync();
        await village.BringTypeAsync(Sample.Type(steps: Steps));
        using var resident = await village.ResidentAsync();
        using var neighbor = await village.ResidentAsync("Agus Salim");
        await village.AskAsync(resident);
        var id = await SignAsync(village);
        var page = $"{village.Site}/surat/nilai/{id}";

        await neighbor.OpenAsync(page, HttpStatusCode.NotFound);
        await resident.SubmitAsync(page, page, HttpStatusCode.UnprocessableEntity, ("score", "9"));
        foreach (var score in new[] { "3", "1" }) await resident.SubmitAsync(page, page, HttpStatusCode.SeeOther, ("score", score));

        var shown = (await village.Operator.OpenAsync($"{village.Desk}/statistik")).QuerySelector("main")!.TextContent;
        Assert.Contains("Nilai warga 75 dari 100, dari 1 jawaban", shown, StringComparison.Ordinal);
        Assert.Contains("100%", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_begins_with_what_was_answered_and_the_new_letter_replaces_the_old_one()
    {
        var village = await letters.BeginAsync();
        await village.BringTypeAsync(Sample.Type(steps: Steps, body: "<p>{{ subject.name }} untuk {{ answers.purpose }}</p>"));
        using var resident = await village.ResidentAsync();
        await village.AskAsync(resident, purpose: "membuka rekning");
        var page = $"{village.Desk}/surat/{await SignAsync(village)}";

        using var begun = await village.Operator.PostAsync(page, $"{page}/betulkan", ("reason", "Salah ketik"));
        var counter = begun.Headers.Location!.OriginalString;
        Assert.Equal("membuka rekning", (await village.Operator.OpenAsync(counter)).QuerySelector("[name=purpose]")!.GetAttribute("value"));
        await LettersVillage.AnswerAsync(village.Operator, counter, ("purpose", "membuka rekening"), ("seen", "true"));
        var next = await SignAsync(village);

        Assert.Contains("diganti", (await village.Operator.OpenAsync(page)).QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        using var paper = new Host.Papers.PdfTools(await village.Operator.Client.GetByteArrayAsync(new Uri($"{village.Desk}/surat/{next}/unduh", UriKind.Relative), Stop));
        Assert.Contains("membuka rekening", await paper.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>The head signs what waits.</summary>
    /// <returns>The id of the letter that came of it.</returns>
    async Task<string> SignAsync(LettersVillage village)
    {
        using var head = await village.SignInAsync(Roles.Head, "Rizal Sahputra");
        var page = $"{village.Desk}/tanda-tangan";
        var waiting = (await head.OpenAsync(page)).QuerySelectorAll("main input[name=letters]").Select(box => ("letters", box.GetAttribute("value")!)).ToArray();
        using var answer = await head.PostAsync(page, page, waiting);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Stop));
        await letters.Host.CatchUpAsync();
        return (await head.OpenAsync(answer.Headers.Location!.OriginalString)).QuerySelector("main table a")!.GetAttribute("href")!.Split('/')[^1];
    }

    static async Task<HttpStatusCode> StatusAsync(StaffBrowser person, string path)
    {
        using var answer = await person.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return answer.StatusCode;
    }
}

using System.Net;
using SmartKampung.Tests.Host.Consoles;
using static SmartKampung.Tests.Plugins.Letters.LettersVillage;

namespace SmartKampung.Tests.Plugins.Letters.Requests;

public sealed class DeskTests(LettersHost villages) : IClassFixture<LettersHost>, IAsyncLifetime
{
    LettersVillage village = null!;
    StaffBrowser yuliana = null!;
    StaffBrowser misnadi = null!;

    public async ValueTask InitializeAsync()
    {
        village = await villages.BeginAsync();
        await village.BringTypeAsync(Sample.Type());
        yuliana = await village.ResidentAsync();
        misnadi = await village.SignInAsync(Roles.NeighborhoodHead, territory: Here);
    }

    public ValueTask DisposeAsync()
    {
        yuliana.Dispose();
        misnadi.Dispose();
        village.Operator.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Steps_are_taken_in_their_order_by_their_roles_each_in_the_own_part_of_the_village()
    {
        var request = await village.AskAsync(yuliana);
        using var neighbor = await village.SignInAsync(Roles.NeighborhoodHead, territory: NextDoor);
        Assert.DoesNotContain("Yuliana Sari", (await neighbor.OpenAsync($"{village.Desk}?keadaan=semua")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await neighbor.OpenAsync(village.AtDesk(request), HttpStatusCode.NotFound);
        await village.ApproveAsync(village.Operator, request);
        Assert.Contains("Ketua RT", (await yuliana.OpenAsync(request)).QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);

        Assert.Contains("Yuliana Sari", (await misnadi.OpenAsync(village.Desk)).QuerySelector("table.rows")!.TextContent, StringComparison.Ordinal);
        await village.ApproveAsync(misnadi, request);
        Assert.Contains("Operator", (await yuliana.OpenAsync(request)).QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
        await village.ApproveAsync(misnadi, request);
        await village.ApproveAsync(village.Operator, request);

        var status = await yuliana.OpenAsync(request);
        Assert.Contains("Kepala desa", status.QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pak Misnadi", status.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
        using var head = await village.SignInAsync(Roles.Head);
        Assert.Contains("Yuliana Sari", (await head.OpenAsync($"{village.Desk}?keadaan=saya")).QuerySelector("table.rows")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_asked_back_for_one_thing_answers_just_that()
    {
        var request = await village.AskAsync(yuliana);
        await misnadi.SubmitAsync(village.AtDesk(request), $"{village.AtDesk(request)}/minta", HttpStatusCode.UnprocessableEntity, ("version", await VersionAsync(request)), ("reason", "Foto buram."));
        await misnadi.SubmitAsync(village.AtDesk(request), $"{village.AtDesk(request)}/minta", HttpStatusCode.SeeOther, ("version", await VersionAsync(request)), ("keys", "ktp"), ("reason", "Foto buram, kirim lagi."));

        var status = await yuliana.OpenAsync(request);
        Assert.Contains("Foto buram", status.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{request}/dokumen/ktp", Assert.Single(status.QuerySelectorAll(".notice a")).GetAttribute("href"));
        await yuliana.OpenAsync($"{request}/tanya/purpose", HttpStatusCode.NotFound);
        using (var attached = await AttachAsync(yuliana, $"{request}/dokumen/ktp")) Assert.Equal(HttpStatusCode.SeeOther, attached.StatusCode);
        await yuliana.SubmitAsync($"{request}/periksa", $"{request}/kirim", HttpStatusCode.SeeOther);

        Assert.Contains("Ketua RT", (await yuliana.OpenAsync(request)).QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
        await village.ApproveAsync(misnadi, request);
        Assert.Contains("Operator", (await yuliana.OpenAsync(request)).QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejection_needs_a_reason_and_the_resident_reads_it()
    {
        var request = await village.AskAsync(yuliana);
        var desk = village.AtDesk(request);
        await misnadi.SubmitAsync(desk, $"{desk}/tolak", HttpStatusCode.UnprocessableEntity, ("version", await VersionAsync(request)), ("reason", ""));
        await misnadi.SubmitAsync(desk, $"{desk}/tolak", HttpStatusCode.SeeOther, ("version", await VersionAsync(request)), ("reason", "Bukan warga RT ini."));

        Assert.Contains("Bukan warga RT ini.", (await yuliana.OpenAsync(request)).QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
        await village.Host.CatchUpAsync();
        Assert.Contains("siap dikirim lewat WhatsApp", (await village.Operator.OpenAsync(desk)).QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_on_what_has_moved_on_decides_nothing()
    {
        var request = await village.AskAsync(yuliana);
        var (desk, version) = (village.AtDesk(request), await VersionAsync(request));
        var seen = await misnadi.OpenAsync(desk);
        await village.Operator.SubmitAsync(desk, $"{village.Desk}/ambil", HttpStatusCode.SeeOther, ("selected", desk.Split('/')[^1]));
        await misnadi.SubmitAsync(desk, $"{village.Desk}/ambil", HttpStatusCode.SeeOther, ("selected", desk.Split('/')[^1]));

        using var late = await misnadi.PostAsync(seen, $"{desk}/tolak", ("version", version), ("reason", "Salah."));

        Assert.Equal(HttpStatusCode.SeeOther, late.StatusCode);
        Assert.Contains("Menunggu Ketua RT", (await yuliana.OpenAsync(request)).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_step_is_taken_by_the_role_that_the_type_names()
    {
        var request = await village.AskAsync(yuliana);
        village.Host.Clock.AdjustTime(village.Host.Clock.GetUtcNow().AddDays(2));
        try
        {
            Assert.Contains("lewat", (await village.Operator.OpenAsync($"{village.Desk}?keadaan=lewat")).QuerySelector("table.rows")!.TextContent, StringComparison.Ordinal);
            await village.ApproveAsync(village.Operator, request);

            Assert.Contains("Persetujuan: Operator", (await yuliana.OpenAsync(request)).QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            village.Host.Clock.AdjustTime(village.Host.Clock.GetUtcNow().AddDays(-2));
        }
    }

    [Fact]
    public async Task Request_attachment_and_draft_are_not_there_for_others()
    {
        var request = await village.AskAsync(yuliana);
        var paper = (await yuliana.OpenAsync(request)).QuerySelector("aside a[href*=lampiran]")!.GetAttribute("href")!;
        var draft = await village.BeginAsync(yuliana, Sample.Slug);
        var other = await villages.BeginAsync();
        await other.BringTypeAsync(Sample.Type());
        using var eko = await village.ResidentAsync("Eko Purwanto");
        using var elsewhere = await other.ResidentAsync("Siti Aminah");
        using var neighbor = await village.SignInAsync(Roles.NeighborhoodHead, territory: NextDoor);

        foreach (var path in new[] { request, paper, draft, $"{request}/periksa", draft.Replace("/tanya/purpose", "/data", StringComparison.Ordinal) })
        {
            await eko.OpenAsync(path, HttpStatusCode.NotFound);
            await elsewhere.OpenAsync(path.Replace(village.Site, other.Site, StringComparison.Ordinal), HttpStatusCode.NotFound);
        }

        foreach (var path in new[] { village.AtDesk(request), village.AtDesk(paper) })
        {
            await misnadi.OpenAsync(path);
            await neighbor.OpenAsync(path, HttpStatusCode.NotFound);
            await other.Operator.OpenAsync(path.Replace(village.Site, other.Site, StringComparison.Ordinal), HttpStatusCode.NotFound);
        }

        await village.Operator.OpenAsync(village.AtDesk(draft).Replace("/tanya/purpose", "", StringComparison.Ordinal), HttpStatusCode.NotFound);
        var token = await eko.OpenAsync("/akun/nama");
        foreach (var (path, fields) in new[] { ($"{request}/batal", Array.Empty<(string, string)>()), ($"{request}/kirim", []), (draft, [("answer", "diubah orang")]), ($"{request}/ulang", []) })
        {
            using var answer = await eko.PostAsync(token, path, fields);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task District_sees_what_waits_for_it_in_its_villages_and_nothing_else()
    {
        await village.BringTypeAsync(Sample.Type(slug: "uji-camat", steps: """{ "kind": "approve", "role": "district-head", "dueHours": 24 }, { "kind": "sign", "role": "head" }"""));
        var (endorsed, other) = (await village.AskAsync(yuliana, "uji-camat"), await village.AskAsync(yuliana));
        var district = village.Code[..village.Code.LastIndexOf('.')];
        using var camat = await villages.SignInOverDistrictAsync(Roles.DistrictHead, district, "Bu Camat");
        using var elsewhere = await villages.SignInOverDistrictAsync(Roles.DistrictHead, "35.10.99");

        Assert.Single((await camat.OpenAsync($"{village.Desk}?keadaan=semua")).QuerySelectorAll("table.rows tbody tr"));
        await camat.OpenAsync(village.AtDesk(other), HttpStatusCode.NotFound);
        using (var refused = await elsewhere.Client.GetAsync(new Uri(village.AtDesk(endorsed), UriKind.Relative), TestContext.Current.CancellationToken)) Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        await village.ApproveAsync(camat, endorsed);

        Assert.Contains("Bu Camat", (await yuliana.OpenAsync(endorsed)).QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counter_files_for_who_stands_there_and_says_who_did()
    {
        using var nobody = await village.ResidentAsync("Katemi Sepuh");
        var found = (await village.Operator.OpenAsync($"{village.Desk}/loket?cari=Katemi")).QuerySelector("main .list a")!.GetAttribute("href")!;
        var letter = (await village.Operator.OpenAsync(found)).QuerySelectorAll("main .list a").First(link => link.TextContent == "Surat keterangan uji").GetAttribute("href")!;
        await village.Operator.SubmitAsync(letter, letter, HttpStatusCode.UnprocessableEntity, ("purpose", ""), ("token", Guid.NewGuid().ToString()));

        using var filed = await village.Operator.PostAsync(letter, letter, ("purpose", "mengambil bantuan"), ("seen", "true"), ("brought", "true"), ("token", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.SeeOther, filed.StatusCode);
        var desk = (await village.Operator.OpenAsync(filed.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent;
        Assert.Contains("Menunggu Kepala desa", desk, StringComparison.Ordinal);
        Assert.Contains("Dewi Lestari", desk, StringComparison.Ordinal);
        Assert.Contains("Surat keterangan uji", (await nobody.OpenAsync($"{village.Site}/surat/saya")).QuerySelector("main .list")!.TextContent, StringComparison.Ordinal);
    }

    async Task<string> VersionAsync(string request) => (await misnadi.OpenAsync(village.AtDesk(request))).QuerySelector("input[name=version]")!.GetAttribute("value")!;
}

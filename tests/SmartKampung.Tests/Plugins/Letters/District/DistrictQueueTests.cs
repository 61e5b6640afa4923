using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.Letters.Lives;

namespace SmartKampung.Tests.Plugins.Letters.District;

/// <summary>What waits for a district, over all of its villages.</summary>
public sealed class DistrictQueueTests(DistrictsHost districts) : IClassFixture<DistrictsHost>
{
    const string Queue = "/kelola/letters";

    /// <summary>The 24 working hours of the step, begun on Monday at 9.15, are over on Thursday at 10.45; this is two hours and a half later.</summary>
    const int ThreeDays = 76;

    /// <summary>A step of four working hours is over in the afternoon.</summary>
    const int PastFour = 6;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Camat_finds_the_requests_of_all_villages_of_the_district_and_none_of_another()
    {
        var (there, first) = (await districts.BeginElsewhereAsync(), await districts.BeginElsewhereAsync());
        var second = await districts.BeginBesideAsync();
        foreach (var village in new[] { second, there, first }) await AskAsync(village);
        using var camat = await districts.CamatAsync(first);
        using var other = await districts.CamatAsync(there);
        using var staff = await districts.CamatAsync(first, Roles.DistrictStaff);

        var page = await ShowAsync(camat);
        Assert.Equal([second.Site, first.Site], Rows(page).Select(SiteOf));
        Assert.Equal(["2", "0", "0"], Figures(page));
        Assert.DoesNotContain("Yuliana", page.Source.Text, StringComparison.Ordinal);
        Assert.Equal([there.Site], Rows(await ShowAsync(other)).Select(SiteOf));
        Assert.Equal(2, Rows(await ShowAsync(staff)).Length);
        foreach (var link in Links(page)) await camat.OpenAsync(link);
    }

    [Fact]
    public async Task List_is_narrowed_down_by_village_and_type_and_a_village_elsewhere_is_not_there()
    {
        var (there, first) = (await districts.BeginElsewhereAsync(), await districts.BeginElsewhereAsync());
        var second = await districts.BeginBesideAsync();
        foreach (var village in new[] { there, first, second }) await AskAsync(village);
        using var camat = await districts.CamatAsync(first);

        Assert.Equal([second.Site], Rows(await ShowAsync(camat, $"?desa={second.Code}")).Select(SiteOf));
        Assert.Equal(2, Rows(await ShowAsync(camat, $"?jenis={DistrictsHost.Slug}")).Length);
        Assert.Empty(Rows(await ShowAsync(camat, "?jenis=domisili")));
        Assert.Equal(["", first.Code, second.Code], (await ShowAsync(camat)).QuerySelectorAll("#l-desa option").Select(option => option.GetAttribute("value")).Intersect(["", first.Code, second.Code, there.Code]).Order());
        await camat.OpenAsync($"{Queue}?desa={there.Code}", HttpStatusCode.NotFound);
        await camat.OpenAsync($"{Queue}?halaman=9", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_decided_on_is_gone_and_counted_and_what_is_past_its_time_is_marked()
    {
        var village = await districts.BeginElsewhereAsync();
        var (decided, left) = (await AskAsync(village), await AskAsync(village, "Ratna Dewi"));
        using var camat = await districts.CamatAsync(village);
        await ShowAsync(camat);

        Assert.Equal(HttpStatusCode.SeeOther, await village.ApproveAsync(camat, decided));
        var page = await ShowAsync(camat);
        Assert.Equal(village.AtDesk(left), Assert.Single(Links(page)));
        Assert.Equal(["1", "0", "1"], Figures(page));
        Assert.Null(page.QuerySelector("main .badge"));

        districts.Host.Clock.AdjustTime(districts.Host.Clock.GetUtcNow().AddHours(ThreeDays));
        try
        {
            page = await ShowAsync(camat);
            Assert.Equal(["1", "1", "1"], Figures(page));
            Assert.Equal("lewat 2 jam", page.QuerySelector("main .badge.bad")!.TextContent);
        }
        finally
        {
            districts.Host.Clock.AdjustTime(districts.Host.Clock.GetUtcNow().AddHours(-ThreeDays));
        }
    }

    [Fact]
    public async Task Step_of_the_village_that_is_late_comes_to_the_district_that_its_type_names_and_goes_once_it_is_taken()
    {
        var village = await districts.BeginElsewhereAsync();
        await village.BringTypeAsync(Sample.Type(slug: "uji-susulan", steps: """{ "kind": "approve", "role": "operator", "dueHours": 4, "escalatesTo": "district-staff" }, { "kind": "sign", "role": "head" }"""));
        var request = await AskAsync(village, slug: "uji-susulan");
        using var staff = await districts.CamatAsync(village, Roles.DistrictStaff);
        Assert.Empty(Rows(await ShowAsync(staff)));

        await districts.Host.PassAsync(TimeSpan.FromHours(PastFour));
        try
        {
            var row = Assert.Single(Rows(await ShowAsync(staff)));
            Assert.Equal("Persetujuan: Staf kecamatan", row.QuerySelector("td[data-label='Langkah']")!.TextContent);
            Assert.NotNull(row.QuerySelector(".badge.bad"));
            Assert.Equal(HttpStatusCode.SeeOther, await village.ApproveAsync(village.Operator, request));
            Assert.Empty(Rows(await ShowAsync(staff)));
        }
        finally
        {
            districts.Host.Clock.AdjustTime(districts.Host.Clock.GetUtcNow().AddHours(-PastFour));
        }
    }

    [Fact]
    public async Task Letter_that_the_camat_signs_waits_in_the_queue_as_that()
    {
        var village = await districts.BeginElsewhereAsync();
        await village.BringTypeAsync(Sample.Type(slug: "uji-tanda-tangan", steps: """{ "kind": "approve", "role": "operator" }, { "kind": "sign", "role": "head" }, { "kind": "sign", "role": "district-head" }"""));
        var request = await AskAsync(village, slug: "uji-tanda-tangan");
        using var camat = await districts.CamatAsync(village);
        await village.ApproveAsync(village.Operator, request);
        Assert.Empty(Rows(await ShowAsync(camat)));

        using (var head = new Writer(await village.SignInAsync(Roles.Head))) Assert.NotEmpty(await head.PostAsync($"{village.Desk}/tanda-tangan", ("letters", request.Split('/')[^1])));

        var row = Assert.Single(Rows(await ShowAsync(camat)));
        Assert.Equal("Tanda tangan: Camat", row.QuerySelector("td[data-label='Langkah']")!.TextContent);
        await camat.OpenAsync(LinkOf(row));
    }

    [Fact]
    public async Task Request_that_the_resident_is_asked_about_waits_for_them_and_comes_back_with_the_answer()
    {
        var village = await districts.BeginElsewhereAsync();
        using var yuliana = await village.ResidentAsync();
        var request = await village.AskAsync(yuliana, DistrictsHost.Slug);
        using var camat = await districts.CamatAsync(village);
        var version = (await camat.OpenAsync(village.AtDesk(request))).QuerySelector("input[name=version]")!.GetAttribute("value")!;
        await camat.SubmitAsync(village.AtDesk(request), $"{village.AtDesk(request)}/minta", HttpStatusCode.SeeOther, ("version", version), ("keys", "ktp"), ("reason", "Foto buram."));
        Assert.Empty(Rows(await ShowAsync(camat)));

        using (await LettersVillage.AttachAsync(yuliana, $"{request}/dokumen/ktp")) { }
        await yuliana.SubmitAsync($"{request}/periksa", $"{request}/kirim", HttpStatusCode.SeeOther);

        Assert.Single(Rows(await ShowAsync(camat)));
    }

    [Fact]
    public async Task Village_that_switches_letters_off_leaves_the_queue_and_comes_back_with_them()
    {
        var village = await districts.BeginElsewhereAsync();
        await AskAsync(village);
        using var camat = await districts.CamatAsync(village);
        Assert.Single(Rows(await ShowAsync(camat)));
        var module = new Uri($"/api/villages/{village.Code}/modules/letters", UriKind.Relative);

        (await districts.Host.Administrator.DeleteAsync(module, Stop)).EnsureSuccessStatusCode();
        Assert.Empty(Rows(await ShowAsync(camat)));

        (await districts.Host.Administrator.PutAsync(module, null, Stop)).EnsureSuccessStatusCode();
        Assert.Single(Rows(await ShowAsync(camat)));
    }

    [Fact]
    public async Task Letters_of_each_village_are_counted_whoever_they_wait_for_and_drafts_are_not()
    {
        var (there, first) = (await districts.BeginElsewhereAsync(), await districts.BeginElsewhereAsync());
        var second = await districts.BeginBesideAsync();
        var (approved, _) = (await AskAsync(first), await AskAsync(first, "Ratna Dewi"));
        foreach (var village in new[] { there, second }) await AskAsync(village);
        using (var eko = await second.ResidentAsync("Eko Purwanto")) await second.BeginAsync(eko, DistrictsHost.Slug);
        using var camat = await districts.CamatAsync(first);
        await first.ApproveAsync(camat, approved);

        var figures = (await ShowAsync(camat)).QuerySelectorAll("main table.apart tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent)));
        Assert.Equal(["1 0 0 –", "2 0 0 –"], figures.Order());
    }

    [Fact]
    public async Task Regency_sees_all_districts_each_with_its_name()
    {
        var village = await districts.BeginElsewhereAsync();
        await AskAsync(village);
        using var regency = await districts.RegencyAsync();

        var row = Assert.Single(Rows(await ShowAsync(regency, $"?desa={village.Code}")));
        Assert.Equal(village.Site, SiteOf(row));
        Assert.NotEmpty(row.QuerySelectorAll("td")[0].QuerySelector("small")!.TextContent);
    }

    static async Task<string> AskAsync(LettersVillage village, string name = "Yuliana Sari", string slug = DistrictsHost.Slug)
    {
        using var resident = await village.ResidentAsync(name);
        return await village.AskAsync(resident, slug);
    }

    /// <summary>The page once the portal has followed the villages.</summary>
    async Task<IDocument> ShowAsync(StaffBrowser person, string filter = "")
    {
        await districts.Host.CatchUpAsync();
        return await person.OpenAsync(Queue + filter);
    }

    static IElement[] Rows(IDocument page) => [.. page.QuerySelectorAll("main table.rows").Take(1).Where(table => table.QuerySelector("th a") is not null).SelectMany(table => table.QuerySelectorAll("tbody tr"))];

    static IEnumerable<string> Links(IDocument page) => Rows(page).Select(LinkOf);

    static string LinkOf(IElement row) => row.QuerySelector("th a")!.GetAttribute("href")!;

    static string SiteOf(IElement row) => "/" + LinkOf(row).Split('/')[1];

    static string[] Figures(IDocument page) => [.. page.QuerySelectorAll("dl.figures dd").Select(figure => figure.TextContent)];
}

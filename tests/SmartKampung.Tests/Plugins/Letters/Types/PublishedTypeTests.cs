using System.Diagnostics.Metrics;
using System.Net;
using AngleSharp;
using Microsoft.Extensions.DependencyInjection;
using static SmartKampung.Tests.Plugins.Letters.Types.PublisherDesk;

namespace SmartKampung.Tests.Plugins.Letters.Types;

public sealed class PublishedTypeTests(LettersHost villages) : IClassFixture<LettersHost>, IAsyncLifetime
{
    LettersVillage village = null!;
    PublisherDesk regency = null!;
    PublisherDesk district = null!;

    string Types => $"{village.Desk}/jenis";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        village = await villages.BeginAsync();
        regency = new(await villages.SignInAtRegencyAsync(), "kabupaten");
        district = new(await villages.SignInOverDistrictAsync(Roles.DistrictStaff, village.District), village.District);
    }

    public ValueTask DisposeAsync()
    {
        village.Operator.Dispose();
        regency.Dispose();
        district.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Type_of_the_district_goes_before_that_of_the_regency_and_pages_that_are_kept_follow_at_once()
    {
        const string slug = "edaran";
        var elsewhere = $"/{villages.Elsewhere.Slug}";
        Assert.Null(await NameAsync(village.Site, slug));

        await regency.PublishAsync(Named("Milik kabupaten", slug));
        Assert.Equal(["Milik kabupaten", "Milik kabupaten"], [await NameAsync(village.Site, slug), await NameAsync(elsewhere, slug)]);

        await district.PublishAsync(Named("Milik kecamatan", slug));
        Assert.Equal(["Milik kecamatan", "Milik kabupaten"], [await NameAsync(village.Site, slug), await NameAsync(elsewhere, slug)]);
        Assert.Contains("dari Kecamatan", await StateAsync(slug), StringComparison.Ordinal);

        await district.WithdrawAsync(slug);
        Assert.Equal("Milik kabupaten", await NameAsync(village.Site, slug));

        await regency.WithdrawAsync(slug);
        Assert.Equal([null, null], [await NameAsync(village.Site, slug), await NameAsync(elsewhere, slug)]);
    }

    [Fact]
    public async Task Village_that_changed_its_own_sees_what_moved_and_keeps_its_own_until_it_moves_again()
    {
        const string slug = "edaran-desa";
        await district.PublishAsync(Named("Edisi satu", slug));
        await SaveBasicsAsync(slug, ("name", "Versi desa"));
        Assert.DoesNotContain("acuannya berubah", await StateAsync(slug), StringComparison.Ordinal);
        villages.Host.Clock.Advance(TimeSpan.FromMinutes(1));

        await district.PublishAsync(Named("Edisi dua", slug, body: "<p>Baris baru</p>"), "Ditambah satu baris.");

        Assert.Equal("Versi desa", await NameAsync(village.Site, slug));
        Assert.Contains("acuannya berubah", await StateAsync(slug), StringComparison.Ordinal);
        Assert.NotNull((await village.Operator.OpenAsync($"{Types}/{slug}")).QuerySelector(".notice.info a[href$='/beda']"));
        var shown = await village.Operator.OpenAsync($"{Types}/{slug}/beda");
        Assert.Contains("Ditambah satu baris.", shown.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("+ <p>Baris baru</p>", shown.QuerySelectorAll("ins").Select(line => line.TextContent));
        Assert.Contains("− Edisi satu", shown.QuerySelectorAll("del").Select(line => line.TextContent));
        Assert.Contains("Nama desa ini juga mengubahnya", shown.QuerySelectorAll("h3").Select(name => name.TextContent));

        await SubmitAsync(village.Operator, $"{Types}/{slug}/beda", "tetap");
        Assert.DoesNotContain("acuannya berubah", await StateAsync(slug), StringComparison.Ordinal);

        await district.PublishAsync(Named("Edisi tiga", slug));
        Assert.Contains("acuannya berubah", await StateAsync(slug), StringComparison.Ordinal);
        await SubmitAsync(village.Operator, $"{Types}/{slug}/beda", "kembalikan");
        Assert.Equal("Edisi tiga", await NameAsync(village.Site, slug));
    }

    [Fact]
    public async Task What_moved_once_more_meanwhile_is_neither_taken_nor_kept_unseen()
    {
        const string slug = "edaran-cepat";
        await district.PublishAsync(Named("Edisi satu", slug));
        await SaveBasicsAsync(slug, ("name", "Versi desa"));
        await district.PublishAsync(Named("Edisi dua", slug));
        var seen = await village.Operator.OpenAsync($"{Types}/{slug}/beda");
        var fields = seen.QuerySelectorAll("form[action$='/tetap'] input[type=hidden]").Where(field => field.GetAttribute("name") != "_form").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)).ToArray();
        await district.PublishAsync(Named("Edisi tiga", slug));

        foreach (var action in new[] { "tetap", "kembalikan" })
            using (await village.Operator.PostAsync(seen, $"{Types}/{slug}/{action}", fields)) { }

        Assert.Contains("acuannya berubah", await StateAsync(slug), StringComparison.Ordinal);
        Assert.Equal("Versi desa", await NameAsync(village.Site, slug));
    }

    [Fact]
    public async Task Request_goes_on_with_the_type_that_it_began_with()
    {
        const string slug = "edaran-berjalan";
        await regency.PublishAsync(Named("Edisi satu", slug));
        using var resident = await village.ResidentAsync();
        var question = await village.BeginAsync(resident, slug);

        await regency.PublishAsync(Named("Edisi dua", slug, fields: Sample.Purpose.Replace("\"purpose\"", "\"reason\"", StringComparison.Ordinal)));

        Assert.EndsWith("/tanya/purpose", question, StringComparison.Ordinal);
        await resident.OpenAsync(question);
        Assert.EndsWith("/tanya/reason", await village.BeginAsync(resident, slug), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_of_the_catalogue_is_edited_and_published_with_what_changed()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await regency.EditAsync("usaha", ("note", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await regency.EditAsync("usaha", ("note", "Isi."), ("body", "<p>Satu</p>\n{{ if subject.name }}")));

        Assert.Equal(HttpStatusCode.SeeOther, await regency.EditAsync("usaha", ("note", "Nama dipendekkan."), ("name", "Surat usaha kabupaten")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await regency.EditAsync("usaha", ("note", "Tidak ada.")));
        Assert.Equal("Surat usaha kabupaten", await NameAsync(village.Site, "usaha"));
        var page = await regency.Staff.OpenAsync(regency.PathOf("usaha"));
        Assert.Contains("+ Surat usaha kabupaten", page.QuerySelectorAll("ins").Select(line => line.TextContent));
        Assert.Contains("Nama dipendekkan.", page.QuerySelector("ol")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bukan json", "dibaca")]
    [InlineData("role", "peran “lurah”")]
    [InlineData("body", "baris 2")]
    public async Task File_that_is_no_letter_is_refused_with_what_is_wrong(string wrong, string told)
    {
        var json = wrong switch
        {
            "role" => Sample.Type(slug: "edaran-salah", steps: """{ "kind": "sign", "role": "lurah" }"""),
            "body" => Sample.Type(slug: "edaran-salah", body: "<p>Satu</p>\\n{{ if subject.name }}"),
            _ => wrong,
        };

        var page = await district.PublishAsync(json, expected: HttpStatusCode.UnprocessableEntity);

        Assert.Contains(told, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await NameAsync(village.Site, "edaran-salah"));
    }

    [Fact]
    public async Task Others_publish_nothing_and_districts_see_nothing_of_each_other()
    {
        await district.PublishAsync(Named("Milik kecamatan", "edaran-sendiri"));
        using var other = new PublisherDesk(await villages.SignInOverDistrictAsync(Roles.DistrictHead, villages.Elsewhere.District.Code), village.District);

        foreach (var page in new[] { "", "/berkas", "/ubah" }) await other.Staff.OpenAsync(other.PathOf("edaran-sendiri") + page, HttpStatusCode.NotFound);
        foreach (var page in new[] { "/berkas", "/ubah" }) await district.Staff.OpenAsync(regency.PathOf("domisili") + page, HttpStatusCode.NotFound);
        Assert.DoesNotContain("edaran-sendiri", (await other.Staff.OpenAsync(PublisherDesk.Types)).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        await regency.Staff.OpenAsync(district.PathOf("edaran-sendiri"));
        await regency.Staff.OpenAsync($"{district.PathOf("edaran-sendiri")}/ubah", HttpStatusCode.NotFound);
        await village.Operator.OpenAsync(PublisherDesk.Types, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Pages_ask_no_more_of_the_store_for_more_types()
    {
        async Task<long> CountAsync()
        {
            await village.Operator.OpenAsync($"{village.Site}/surat");
            await village.Host.CatchUpAsync();
            using var queries = new QueryCounter(village.Host.Services.GetRequiredService<IMeterFactory>());
            await village.Operator.OpenAsync($"{village.Site}/surat");
            return queries.Count;
        }

        var before = await CountAsync();
        foreach (var number in Enumerable.Range(1, 5)) await district.PublishAsync(Named($"Edaran {number}", $"edaran-{number}"));

        Assert.Equal(before, await CountAsync());
    }

    static string Named(string name, string slug, string body = "<p>Isi</p>", string fields = Sample.Purpose) =>
        Sample.Type(slug: slug, body: body, fields: fields).Replace("Surat keterangan uji", name, StringComparison.Ordinal);

    /// <summary>What a visitor reads on the page of a letter, kept or not; null where there is none.</summary>
    async Task<string?> NameAsync(string site, string slug)
    {
        using var answer = await village.Host.Anonymous.GetAsync(new Uri($"{site}/surat/{slug}", UriKind.Relative), Stop);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        var html = await answer.Content.ReadAsStringAsync(Stop);
        var page = await BrowsingContext.New().OpenAsync(request => request.Content(html), Stop);
        return page.QuerySelector("h1")!.TextContent;
    }

    async Task<string> StateAsync(string slug) =>
        (await village.Operator.OpenAsync(Types)).QuerySelector($"a[href$='/jenis/{slug}']")!.ParentElement!.ParentElement!.TextContent;

    async Task SaveBasicsAsync(string slug, params (string Name, string Value)[] fields)
    {
        var page = $"{Types}/{slug}/dasar";
        await village.Operator.SubmitAsync(page, page, HttpStatusCode.SeeOther, [("version", "0"), ("audience", "family"), ("promised_hours", "24"), ("size", "a4"), .. fields]);
    }
}

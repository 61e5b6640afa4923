using System.Net;

namespace SmartKampung.Tests.Host.Regency;

public sealed class ManageVillagesTests(RegencyHost regency) : IClassFixture<RegencyHost>
{
    const string Villages = "/kelola/desa";

    [Fact]
    public async Task Villages_are_found_by_name_district_and_code_page_by_page()
    {
        using var staff = await regency.AdministratorAsync();

        var all = await staff.OpenAsync(Villages);
        Assert.Equal(25, all.QuerySelectorAll("tbody tr").Length);
        Assert.NotNull(all.QuerySelector(".pages a[rel=next]"));
        var found = await staff.OpenAsync($"{Villages}?cari=licin");
        Assert.Contains(found.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("Tamansari", StringComparison.Ordinal));
        var inDistrict = await staff.OpenAsync($"{Villages}?kecamatan=35.10.24&cari=35.10.24.2008");
        Assert.Single(inDistrict.QuerySelectorAll("tbody tr"));
        Assert.Empty((await staff.OpenAsync($"{Villages}?cari=zzzz")).QuerySelectorAll("tbody tr"));
        await staff.OpenAsync($"{Villages}?halaman=99", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task District_staff_see_the_villages_of_their_district_alone_and_change_none()
    {
        using var staff = await regency.DistrictStaffAsync();

        var list = await staff.OpenAsync(Villages);
        Assert.All(list.QuerySelectorAll("tbody tr"), row => Assert.Contains("35.10.24.", row.TextContent, StringComparison.Ordinal));
        Assert.Null(list.QuerySelector("a[href$=tambah]"));
        Assert.Null((await staff.OpenAsync($"{Villages}/35.10.24.2008")).QuerySelector("main form"));
        await staff.OpenAsync($"{Villages}/35.10.01.2001", HttpStatusCode.NotFound);
        await staff.OpenAsync($"{Villages}/tambah", HttpStatusCode.Forbidden);
        Assert.Equal(["Mulai", "Desa dan kelurahan"], (await staff.OpenAsync("/kelola")).QuerySelectorAll(".side-menu li a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Auditor_reads_all_and_is_shown_nothing_to_press()
    {
        using var auditor = await regency.AuditorAsync();

        var page = await auditor.OpenAsync($"{Villages}/35.10.24.2008");
        Assert.Null(page.QuerySelector("main form"));
        using var answer = await auditor.PostAsync("/kelola", $"{Villages}/35.10.24.2008/baca-saja");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Village_that_is_added_has_its_site_at_once_and_is_not_added_twice()
    {
        using var staff = await regency.AdministratorAsync();
        (string, string)[] village = [("name", "Kampung Baru"), ("kind", "desa"), ("code", "35.10.24.2999"), ("district", "Licin"), ("postal_code", "68454"), ("regency", "")];

        await staff.SubmitAsync($"{Villages}/tambah", $"{Villages}/tambah", HttpStatusCode.SeeOther, village);
        using var site = await staff.Client.GetAsync(new Uri("/kampung-baru", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, site.StatusCode);
        var again = await staff.SubmitAsync($"{Villages}/tambah", $"{Villages}/tambah", HttpStatusCode.UnprocessableEntity, village);
        Assert.Equal("Desa lain memakai kode ini.", again.QuerySelector("#f-code-error")!.TextContent);
        Assert.Equal("Kampung Baru", again.QuerySelector("[name=name]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Changed_village_keeps_its_earlier_address_and_a_stale_page_changes_nothing()
    {
        using var staff = await regency.AdministratorAsync();
        var path = $"{Villages}/35.10.01.2001";
        var village = regency.Villages.FindByCode("35.10.01.2001")!;
        var earlier = village.Slug;
        (string, string)[] Sent(string slug, string hosts, int seen) =>
        [
            ("name", village.Name), ("kind", "desa"), ("code", village.Code), ("district", village.District.Name), ("slug", slug), ("host_names", hosts),
            ("postal_code", "68462"), ("time_zone", "Asia/Makassar"), ("seen", $"{seen}"),
        ];

        var wrong = await staff.SubmitAsync(path, path, HttpStatusCode.UnprocessableEntity, Sent("kelola", "bukan host", village.Record.Version));
        Assert.NotEmpty(wrong.QuerySelector("#f-slug-error")!.TextContent);
        Assert.NotEmpty(wrong.QuerySelector("#f-host_names-error")!.TextContent);
        await staff.SubmitAsync(path, path, HttpStatusCode.SeeOther, Sent("desa-uji", "uji.desa.id\nuji2.desa.id", village.Record.Version));
        var stale = await staff.SubmitAsync(path, path, HttpStatusCode.UnprocessableEntity, Sent("lain-lagi", "", village.Record.Version));

        Assert.Contains("Orang lain lebih dahulu", stale.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var now = regency.Villages.FindByCode("35.10.01.2001")!;
        Assert.Equal(("desa-uji", "68462", "Asia/Makassar"), (now.Slug, now.Record.PostalCode, now.Record.TimeZone));
        Assert.Equal(["uji.desa.id", "uji2.desa.id"], now.Record.HostNames);
        using var moved = await staff.Client.GetAsync(new Uri("/" + earlier, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/desa-uji", moved.Headers.Location?.OriginalString);
    }
}

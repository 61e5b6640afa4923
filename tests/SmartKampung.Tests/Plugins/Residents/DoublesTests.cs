using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Storage;
using static SmartKampung.Tests.Plugins.Residents.RegisterVillage;

namespace SmartKampung.Tests.Plugins.Residents;

/// <summary>The regency looks for people who are registered in several villages, and sees no person.</summary>
public sealed class DoublesTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    const string Path = "/kelola/residents";

    [Fact]
    public async Task Who_is_registered_in_two_villages_is_found_without_name_or_number_until_one_lets_them_go()
    {
        const string nik = "3510241708900041";
        var (village, other, third) = (await villages.BeginAsync(), await villages.BeginAsync(), await villages.BeginAsync());
        var here = await village.AddAsync("Sulastri Kusumowardhani", Here, null, ("nik", nik));
        var there = await other.AddAsync("Sulastri Kusumowardani", Here, null, ("nik", nik), ("state", "temporary"));
        await third.AddAsync("Wahyu Lain", Here, null, ("nik", "3510241708900042"));
        await third.AddAsync("Tanpa Nomor");
        using var regency = await villages.SignInAtRegencyAsync();

        var found = await SearchAsync(regency);

        var records = RecordsIn(found, village, other, third).ToList();
        Assert.Equal(new[] { village.PathOf(here), other.PathOf(there) }.Order(StringComparer.Ordinal), records.Order(StringComparer.Ordinal));
        var registered = found.QuerySelectorAll("ol.list > li").Single(item => item.TextContent.Contains(village.PathOf(here), StringComparison.Ordinal));
        Assert.Equal(["Tinggal tetap", "Sementara"], Order(registered.QuerySelectorAll("td[data-label='Keadaan']").Select(cell => cell.TextContent)));
        foreach (var hidden in new[] { nik, "Sulastri", "Kusumo", "1990", "17 Agu" }) Assert.DoesNotContain(hidden, found.QuerySelector("main")!.OuterHtml, StringComparison.OrdinalIgnoreCase);
        await village.Operator.OpenAsync(records.Single(path => path.StartsWith(village.Site, StringComparison.Ordinal)));
        Assert.Empty(Theft.Find(villages.Host.DataFolder, [nik, "Sulastri Kusumowardhani"]));

        await village.OpenAsync(village.Operator, here);
        await village.Operator.SubmitAsync(
            $"{village.PathOf(here)}/ubah", $"{village.PathOf(here)}/ubah", HttpStatusCode.SeeOther,
            Person("Sulastri Kusumowardhani", Here, ("nik", nik), ("state", "moved"), ("state_since", "2026-11-01"), ("version", "1")));

        Assert.Empty(RecordsIn(await SearchAsync(regency), village, other, third));
    }

    [Fact]
    public async Task District_sees_doubles_of_its_own_villages_alone_and_others_nothing()
    {
        var (village, other) = (await villages.BeginAsync(), await villages.BeginAsync());
        var record = await village.AddAsync("Ratih Puspita", Here, null, ("nik", "3510241708900051"));
        await other.AddAsync("Ratih Puspita", Here, null, ("nik", "3510241708900051"));
        using var own = await villages.SignInOverDistrictAsync(Roles.DistrictStaff, village.District);
        using var elsewhere = await villages.SignInOverDistrictAsync(Roles.DistrictHead, villages.Elsewhere.District.Code);

        Assert.Contains(village.PathOf(record), (await SearchAsync(own)).QuerySelectorAll("ol.list code").Select(code => code.TextContent));
        Assert.Empty((await SearchAsync(elsewhere)).QuerySelectorAll("ol.list code"));
        await village.Operator.OpenAsync(Path, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Each_search_is_in_the_records()
    {
        using var regency = await villages.SignInAtRegencyAsync("Bambang Pengawas");

        await SearchAsync(regency);
        await SearchAsync(regency);

        var records = (await regency.OpenAsync("/kelola/catatan")).QuerySelector("main")!.TextContent;
        Assert.True(records.Split("Bambang Pengawas").Length > 2, records);
        Assert.Contains("Pencarian catatan ganda antardesa", records, StringComparison.Ordinal);
    }

    async Task<IDocument> SearchAsync(StaffBrowser person)
    {
        await villages.Host.CatchUpAsync();
        await person.SubmitAsync(Path, $"{Path}/cari", HttpStatusCode.SeeOther);
        return await person.OpenAsync(Path);
    }

    /// <summary>The regency sees those of other tests of the class too.</summary>
    static IEnumerable<string> RecordsIn(IDocument page, params RegisterVillage[] villages) =>
        page.QuerySelectorAll("ol.list code").Select(code => code.TextContent).Where(path => villages.Any(village => path.StartsWith($"{village.Site}/", StringComparison.Ordinal)));

    static IEnumerable<string> Order(IEnumerable<string> states) => states.OrderDescending(StringComparer.Ordinal);
}

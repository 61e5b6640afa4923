using System.Net;
using static SmartKampung.Tests.Plugins.Residents.RegisterVillage;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class ReadingTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    const string Nik = "3510241708900001";

    [Fact]
    public async Task Nothing_but_masks_is_told_before_a_record_is_opened_for_a_purpose()
    {
        var village = await villages.BeginAsync();
        var family = await village.AddFamilyAsync("3510240101200001");
        var id = await village.AddAsync("Siti Nurhaliza", Here, family, ("nik", Nik), ("sex", "male"), ("phone", "0812 3456 7890"));
        using var secretary = await village.SignInAsync(Roles.Secretary);

        foreach (var page in new[] { village.Console, $"{village.Console}?cari=siti+nur", village.PathOf(id), $"{village.Console}/keluarga/{family}" })
        {
            var shown = (await secretary.OpenAsync(page)).DocumentElement.OuterHtml;
            foreach (var secret in new[] { "Nurhaliza", Nik, "3510240101200001", "3456", "Kenanga" }) Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
            Assert.Contains("Sit••• Nur•••", shown, StringComparison.Ordinal);
        }

        foreach (var page in new[] { "/ubah", "/usul", "/keluarga", "/gabung" }) await secretary.OpenAsync(village.PathOf(id) + page, HttpStatusCode.SeeOther);
        var opened = await village.OpenAsync(secretary, id);
        Assert.Contains(Nik, opened.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("+6281234567890", opened.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purpose_is_asked_for_again_after_an_hour()
    {
        var village = await villages.BeginAsync();
        var id = await village.AddAsync("Siti Nurhaliza");
        using var secretary = await village.SignInAsync(Roles.Secretary);
        await village.OpenAsync(secretary, id);

        village.Host.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.NotNull((await secretary.OpenAsync(village.PathOf(id))).QuerySelector("#f-purpose"));
        await secretary.SubmitAsync(village.PathOf(id), $"{village.PathOf(id)}/buka", HttpStatusCode.UnprocessableEntity, ("purpose", ""));
    }

    [Fact]
    public async Task Resident_sees_who_read_their_data_when_and_what_for()
    {
        var village = await villages.BeginAsync();
        var (id, other) = (await village.AddAsync("Siti Nurhaliza"), await village.AddAsync("Budi Santoso"));
        using var secretary = await village.SignInAsync(Roles.Secretary, name: "Bu Sekretaris");
        await village.OpenAsync(secretary, id, "Surat keterangan usaha");
        await village.OpenAsync(secretary, other, "Rahasia orang lain");
        using var siti = await village.SignInAsync(id);

        var page = (await siti.OpenAsync($"{village.Site}/data-saya")).QuerySelector("main")!.TextContent;

        Assert.Contains("Siti Nurhaliza", page, StringComparison.Ordinal);
        Assert.Contains("Surat keterangan usaha", page, StringComparison.Ordinal);
        Assert.Contains("Bu Sekretaris, Sekretaris", page, StringComparison.Ordinal);
        Assert.Contains("Dimasukkan ke buku penduduk", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rahasia orang lain", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Budi", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_page_of_whom_the_register_does_not_know_shows_nobody()
    {
        var village = await villages.BeginAsync();
        var id = await village.AddAsync("Siti Nurhaliza");
        var elsewhere = await villages.BeginAsync();
        using var stranger = await village.SignInAsync(Roles.Resident);
        using var siti = await elsewhere.SignInAsync(id);

        Assert.Null((await stranger.OpenAsync($"{village.Site}/data-saya")).QuerySelector("dl"));
        Assert.Null((await siti.OpenAsync($"{elsewhere.Site}/data-saya")).QuerySelector("dl"));
        await siti.OpenAsync($"{village.Site}/data-saya", HttpStatusCode.Forbidden);
    }
}

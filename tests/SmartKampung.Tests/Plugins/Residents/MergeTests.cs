using System.Net;
using static SmartKampung.Tests.Plugins.Residents.RegisterVillage;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class MergeTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    const string Nik = "3510241708900001";

    [Fact]
    public async Task Two_records_of_one_person_become_one_that_keeps_both_histories()
    {
        var village = await villages.BeginAsync();
        var stays = await village.AddAsync("Siti Nurhaliza", Here, null, ("birth_date", "1990-08-17"));
        var goes = await village.AddAsync("Siti Nur Haliza", NextDoor, null, ("nik", Nik), ("occupation", "Mekanik"));
        using var secretary = await village.SignInAsync(Roles.Secretary, name: "Bu Sekretaris");
        await village.OpenAsync(secretary, stays, "Membuka yang tetap");
        await village.OpenAsync(secretary, goes, "Membuka yang masuk");
        var compare = await FindAsync(village, secretary, stays);
        Assert.EndsWith($"{stays}/gabung/{goes}", compare, StringComparison.Ordinal);
        Assert.Contains("Mekanik", (await secretary.OpenAsync(compare)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        await secretary.SubmitAsync(compare, compare, HttpStatusCode.SeeOther, ("version", "1"), ("other_version", "1"));

        var page = (await secretary.OpenAsync(village.PathOf(stays))).QuerySelector("main")!.TextContent;
        foreach (var kept in new[] { "Siti Nurhaliza", Nik, "Mekanik", "Siti Nur Haliza", "Membuka yang tetap", "Membuka yang masuk", "Bu Sekretaris", "Catatan ganda digabung ke sini" })
            Assert.Contains(kept, page, StringComparison.Ordinal);
        Assert.Single(await village.ListAsync(village.Operator));
        using var led = await secretary.Client.GetAsync(new Uri(village.PathOf(goes), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(village.PathOf(stays), led.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Account_of_the_record_that_went_is_known_as_the_one_that_stays()
    {
        var village = await villages.BeginAsync();
        var (stays, goes) = (await village.AddAsync("Siti Nurhaliza"), await village.AddAsync("Siti Haliza", Here, null, ("nik", Nik)));
        using var siti = await village.SignInAsync(goes);

        await village.Operator.SubmitAsync($"{village.PathOf(stays)}/gabung/{goes}", $"{village.PathOf(stays)}/gabung/{goes}", HttpStatusCode.SeeOther, ("version", "1"), ("other_version", "1"));

        var page = (await siti.OpenAsync($"{village.Site}/data-saya")).QuerySelector("main")!.TextContent;
        Assert.Contains("Siti Nurhaliza", page, StringComparison.Ordinal);
        Assert.Contains(Nik, page, StringComparison.Ordinal);
        Assert.Contains("Punya akun", (await village.Operator.OpenAsync(village.PathOf(stays))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_of_what_somebody_changed_since_is_refused_and_leaves_both()
    {
        var village = await villages.BeginAsync();
        var (stays, goes) = (await village.AddAsync("Siti Nurhaliza"), await village.AddAsync("Siti Haliza", Here, null, ("nik", Nik)));
        await village.Operator.SubmitAsync($"{village.PathOf(goes)}/ubah", $"{village.PathOf(goes)}/ubah", HttpStatusCode.SeeOther, Person("Siti H", Here, ("nik", Nik), ("version", "1")));
        var merge = $"{village.PathOf(stays)}/gabung/{goes}";

        await village.Operator.SubmitAsync(merge, merge, HttpStatusCode.UnprocessableEntity, ("version", "1"), ("other_version", "1"));

        Assert.Equal(2, (await village.ListAsync(village.Operator)).Count);
    }

    static async Task<string> FindAsync(RegisterVillage village, SmartKampung.Tests.Host.Consoles.StaffBrowser staff, Guid stays)
    {
        var choose = $"{village.PathOf(stays)}/gabung";
        await staff.SubmitAsync(choose, choose, HttpStatusCode.UnprocessableEntity, ("other", "3510241708900009"));
        using var found = await staff.PostAsync(choose, choose, ("other", Nik));
        return found.Headers.Location!.OriginalString;
    }
}

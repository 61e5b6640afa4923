using System.Net;
using System.Text.Json.Nodes;
using SmartKampung.Tests.Host.Consoles;
using static SmartKampung.Tests.Plugins.Residents.RegisterVillage;

namespace SmartKampung.Tests.Plugins.Residents;

/// <summary>What other modules get of the register, by the module of tests/Fixtures/Usher.</summary>
public sealed class SharedRegisterTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    const string Nik = "3510241708900001";

    [Fact]
    public async Task Resident_is_known_by_their_account_with_their_family_and_nobody_else()
    {
        var village = await villages.BeginAsync();
        var family = await village.AddFamilyAsync("3510240101200001");
        var father = await village.AddAsync("Budi Santoso", Here, family, ("nik", Nik), ("relation", "Kepala Keluarga"));
        await village.AddAsync("Siti Nurhaliza", Here, family, ("sex", "female"), ("relation", "Istri"));
        await village.AddAsync("Joko Susilo", NextDoor);
        using var budi = await village.SignInAsync(father);

        var self = (await AskAsync(budi, village, "me"))!;
        Assert.Equal(("Budi Santoso", Nik, "3510240101200001", "001"), ((string?)self["name"], (string?)self["nik"], (string?)self["familyCardNumber"], (string?)self["place"]!["rtNumber"]));
        Assert.Equal(["Budi Santoso", "Siti Nurhaliza"], (await AskAsync(budi, village, "family"))!.AsArray().Select(one => (string?)one!["name"]));
    }

    [Fact]
    public async Task Resident_neither_searches_nor_opens_others()
    {
        var village = await villages.BeginAsync();
        var id = await village.AddAsync("Budi Santoso");
        using var budi = await village.SignInAsync(id);

        foreach (var question in new[] { "search/budi", $"open/{id}", $"open/{id}/iseng", $"family/{id}/iseng" })
            using (var answer = await budi.Client.GetAsync(new Uri($"{village.Site}/usher/{question}", UriKind.Relative), TestContext.Current.CancellationToken))
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Whom_the_register_does_not_know_is_nobody()
    {
        var village = await villages.BeginAsync();
        using var stranger = await village.SignInAsync(Roles.Resident);

        Assert.Null(await AskAsync(stranger, village, "me"));
        Assert.Empty((await AskAsync(stranger, village, "family"))!.AsArray());
    }

    [Fact]
    public async Task Staff_find_people_masked_and_what_they_open_is_written_down_when_the_caller_saves()
    {
        var village = await villages.BeginAsync();
        var family = await village.AddFamilyAsync("3510240101200001");
        var id = await village.AddAsync("Budi Santoso", Here, family, ("nik", Nik));
        using var secretary = await village.SignInAsync(Roles.Secretary, name: "Bu Sekretaris");

        var found = (await AskAsync(secretary, village, "search/budi"))!.AsArray().Single()!;
        Assert.Equal(("Bud••• San•••", "•••0001", 1990), ((string?)found["name"], (string?)found["nik"], (int?)found["birthYear"]));
        foreach (var words in new[] { Nik, "3510240101200001", "kenanga" }) Assert.Single((await AskAsync(secretary, village, "search/" + words))!.AsArray());
        Assert.Equal("Budi Santoso", (string?)(await AskAsync(secretary, village, $"open/{id}"))!["name"]);
        Assert.Equal("Budi Santoso", (string?)(await AskAsync(secretary, village, $"open/{id}/Surat pengantar"))!["name"]);
        await AskAsync(secretary, village, $"family/{id}/Surat keluarga");

        using var budi = await village.SignInAsync(id);
        var page = (await budi.OpenAsync($"{village.Site}/data-saya")).QuerySelector("main")!.TextContent;
        Assert.Contains("Surat pengantar", page, StringComparison.Ordinal);
        Assert.Contains("Surat keluarga", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tidak disimpan", page, StringComparison.Ordinal);
    }

    static async Task<JsonNode?> AskAsync(StaffBrowser browser, RegisterVillage village, string question)
    {
        using var answer = await browser.Client.GetAsync(new Uri($"{village.Site}/usher/{question}", UriKind.Relative), TestContext.Current.CancellationToken);
        var json = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{question}: {answer.StatusCode} {json}");
        return json.Length == 0 ? null : JsonNode.Parse(json);
    }
}

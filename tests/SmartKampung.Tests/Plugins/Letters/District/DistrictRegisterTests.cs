using System.Net;
using System.Text.Json.Nodes;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.Letters.Issued;

namespace SmartKampung.Tests.Plugins.Letters.District;

/// <summary>The numbers of a district are those of all its villages.</summary>
public sealed class DistrictRegisterTests(DistrictsHost districts) : IClassFixture<DistrictsHost>
{
    const int Each = 3;
    const string Registers = "/kelola/letters/register";

    [Fact]
    public async Task Villages_whose_letters_are_endorsed_at_once_take_numbers_of_one_register_and_none_twice()
    {
        LettersVillage[] villages = [await districts.BeginElsewhereAsync(), await districts.BeginBesideAsync()];
        var path = $"{Registers}/{DistrictOf(villages[0])}";
        using var camat = await districts.CamatAsync(villages[0]);
        using (var saved = await camat.PostAsync(path, path, ("version", "0"), ("format", "K/{seq:000}/{year}"), ("reset", "yearly"), ("start", "41"))) Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        foreach (var village in villages) await AskAsync(village);

        await Task.WhenAll(villages.Select(village => SignAsync(camat, village)));

        var numbers = new List<string>();
        foreach (var village in villages) numbers.AddRange(await NumbersAsync(village));
        Assert.Equal(Enumerable.Range(41, villages.Length * Each).Select(number => $"K/{number:000}/2026"), numbers.Order());
        var rows = (await camat.OpenAsync(path)).QuerySelectorAll("table.rows tbody tr");
        Assert.Equal(numbers.Order(), rows.Select(row => row.QuerySelector("th")!.TextContent).Order());
        Assert.All(rows, row => Assert.Equal("dipakai", row.LastElementChild!.TextContent));
    }

    [Fact]
    public async Task Register_is_kept_by_its_own_district_alone_and_a_format_without_a_number_is_refused()
    {
        var village = await districts.BeginElsewhereAsync();
        var path = $"{Registers}/{DistrictOf(village)}";
        using var own = await districts.CamatAsync(village, Roles.DistrictStaff);
        using var elsewhere = await districts.CamatAsync(await districts.BeginElsewhereAsync());

        using (var refused = await own.PostAsync(path, path, ("version", "0"), ("format", "K/{year}"), ("reset", "yearly"), ("start", "1"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await elsewhere.OpenAsync(path, HttpStatusCode.NotFound);
        Assert.DoesNotContain(path, (await elsewhere.OpenAsync(Registers)).Source.Text, StringComparison.Ordinal);
    }

    /// <summary>Letters that the head has signed, so that they wait for the camat.</summary>
    async Task AskAsync(LettersVillage village)
    {
        JsonObject[] requests = [.. Enumerable.Range(0, Each).Select(number => AskedLetters.Request(AskedLetters.Type(steps: [("Sign", Roles.Head), ("Endorse", Roles.DistrictHead)]), minute: number))];
        await AskedLetters.BringAsync(districts.Host.Administrator, requests, village.Code);
        using var head = await village.SignInAsync(Roles.Head);
        await SignAsync(head, village);
    }

    async Task SignAsync(StaffBrowser signer, LettersVillage village)
    {
        var signing = $"{village.Desk}/tanda-tangan";
        var page = await signer.OpenAsync(signing);
        using var answer = await signer.PostAsync(page, signing, [.. page.QuerySelectorAll("main input[name=letters]").Select(box => ("letters", box.GetAttribute("value")!))]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await districts.Host.CatchUpAsync();
    }

    async Task<IEnumerable<string>> NumbersAsync(LettersVillage village)
    {
        using var kept = await KeptLetters.ReadAsync(districts.Host.Administrator, village.Code);
        return [.. kept.Letters.Select(letter => (string)letter["DistrictNumber"]!)];
    }

    static string DistrictOf(LettersVillage village) => village.Code[..village.Code.LastIndexOf('.')];
}

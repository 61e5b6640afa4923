using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Papers;
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

    [Fact]
    public async Task Each_district_counts_by_itself()
    {
        foreach (var village in new[] { await districts.BeginElsewhereAsync(), await districts.BeginElsewhereAsync() })
        {
            await AskAsync(village);
            using var camat = await districts.CamatAsync(village);
            await SignAsync(camat, village);

            Assert.Equal(FirstOf(village), (await NumbersAsync(village)).Order());
        }
    }

    [Fact]
    public async Task Endorsement_of_somebody_of_the_village_takes_no_number_of_the_district()
    {
        var village = await districts.BeginElsewhereAsync();
        await AskAsync(village, Roles.Secretary);
        using var secretary = await village.SignInAsync(Roles.Secretary);
        await SignAsync(secretary, village);

        Assert.All(await NumbersAsync(village), Assert.Empty);
        using var camat = await districts.CamatAsync(village);
        Assert.Empty(Rows(await camat.OpenAsync($"{Registers}/{DistrictOf(village)}")));
    }

    [Fact]
    public async Task Number_of_an_endorsement_that_failed_is_that_of_the_next_try_and_is_seen_as_waiting_until_then()
    {
        var village = await districts.BeginElsewhereAsync();
        var path = $"{Registers}/{DistrictOf(village)}";
        await using var bsre = await FakeBsre.StartAsync();
        using var camat = await FailToEndorseAsync(village, bsre);
        var waiting = Rows(await camat.OpenAsync(path));
        Assert.All(waiting, row => Assert.EndsWith("belum disahkan", row, StringComparison.Ordinal));
        bsre.Instead = null;
        await SignAsync(camat, village, HttpStatusCode.SeeOther, ("national_id", FakeBsre.Number), ("passphrase", FakeBsre.Passphrase));

        Assert.NotEmpty(waiting);
        Assert.Equal(FirstOf(village), (await NumbersAsync(village)).Order());
        Assert.Equal(Each, Rows(await camat.OpenAsync(path)).Count(row => row.EndsWith("dipakai", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Number_of_a_letter_that_was_revoked_before_its_endorsement_is_cancelled_with_the_reason()
    {
        var village = await districts.BeginElsewhereAsync();
        await using var bsre = await FakeBsre.StartAsync();
        using var camat = await FailToEndorseAsync(village, bsre);
        using var kept = await KeptLetters.ReadAsync(districts.Host.Administrator, village.Code);
        using var secretary = await village.SignInAsync(Roles.Secretary);

        foreach (var letter in kept.Letters.Select(letter => $"{village.Desk}/surat/{letter["Id"]}"))
            await secretary.SubmitAsync(letter, $"{letter}/cabut", HttpStatusCode.SeeOther, ("reason", "Salah ketik nama pasar"));
        await districts.Host.CatchUpAsync();

        var rows = Rows(await camat.OpenAsync($"{Registers}/{DistrictOf(village)}"));
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal("batalSalah ketik nama pasar", row));
    }

    [Fact]
    public async Task Register_that_a_village_kept_of_endorsements_takes_no_letters_and_its_book_stays()
    {
        var village = await districts.BeginElsewhereAsync();
        await AskedLetters.BringAsync(districts.Host.Administrator, "NumberRegister", [Older("Register kecamatan")], village.Code);

        await AskAsync(village);

        using var kept = await KeptLetters.ReadAsync(districts.Host.Administrator, village.Code);
        Assert.Equal(Each, kept.Letters.Count);
        Assert.DoesNotContain(kept.Letters, letter => ((string)letter["Number"]!).StartsWith("LAMA", StringComparison.Ordinal));
        using var secretary = await village.SignInAsync(Roles.Secretary);
        Assert.Contains("Register kecamatan", (await secretary.OpenAsync($"{village.Desk}/buku")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>As villages kept it before their district kept it itself.</summary>
    static JsonObject Older(string name) => new()
    {
        ["Id"] = Guid.CreateVersion7(),
        ["Version"] = 1,
        ["Name"] = name,
        ["Use"] = "Endorsements",
        ["Scope"] = "All",
        ["Members"] = new JsonArray(),
        ["Reset"] = "Yearly",
        ["Format"] = "LAMA/{seq:000}/{year}",
        ["Start"] = 1,
        ["StartPeriod"] = 0,
        ["IsClosed"] = false,
    };

    static IReadOnlyList<string> Rows(IDocument page) => [.. page.QuerySelectorAll("table.rows tbody tr").Select(row => row.LastElementChild!.TextContent)];

    /// <summary>Letters that the head has signed, so that they wait for the camat.</summary>
    async Task AskAsync(LettersVillage village, params string[] endorsers)
    {
        (string, string)[] steps = [("Sign", Roles.Head), .. (endorsers.Length > 0 ? endorsers : [Roles.DistrictHead]).Select(role => ("Endorse", role))];
        JsonObject[] requests = [.. Enumerable.Range(0, Each).Select(number => AskedLetters.Request(AskedLetters.Type(steps: steps), minute: number))];
        await AskedLetters.BringAsync(districts.Host.Administrator, requests, village.Code);
        using var head = await village.SignInAsync(Roles.Head);
        await SignAsync(head, village);
    }

    /// <summary>The camat's endorsements fail once their numbers are taken.</summary>
    /// <returns>The camat.</returns>
    async Task<StaffBrowser> FailToEndorseAsync(LettersVillage village, FakeBsre bsre)
    {
        await AskAsync(village);
        var camat = await districts.CamatAsync(village);
        (await districts.Host.Administrator.PutAsJsonAsync($"/api/districts/{DistrictOf(village)}/settings/signing", BsreHost.Settings(bsre.Address))).EnsureSuccessStatusCode();
        bsre.Instead = (context, _) => FakeBsre.RefuseAsync(context, 500, new { error = "NullPointerException" });
        await SignAsync(camat, village, HttpStatusCode.UnprocessableEntity, ("national_id", FakeBsre.Number), ("passphrase", FakeBsre.Passphrase));
        return camat;
    }

    async Task SignAsync(StaffBrowser signer, LettersVillage village, HttpStatusCode expected = HttpStatusCode.SeeOther, params (string Name, string Value)[] fields)
    {
        var signing = $"{village.Desk}/tanda-tangan";
        var page = await signer.OpenAsync(signing);
        using var answer = await signer.PostAsync(page, signing, [.. page.QuerySelectorAll("main input[name=letters]").Select(box => ("letters", box.GetAttribute("value")!)), .. fields]);
        Assert.True(answer.StatusCode == expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await districts.Host.CatchUpAsync();
    }

    async Task<IEnumerable<string>> NumbersAsync(LettersVillage village)
    {
        using var kept = await KeptLetters.ReadAsync(districts.Host.Administrator, village.Code);
        return [.. kept.Letters.Select(letter => (string)letter["DistrictNumber"]!)];
    }

    static IEnumerable<string> FirstOf(LettersVillage village) => Enumerable.Range(1, Each).Select(number => $"470/{number:000}/{village.Code[^4..]}/2026");

    static string DistrictOf(LettersVillage village) => village.Code[..village.Code.LastIndexOf('.')];
}

using System.Net;
using SmartKampung.Tests.Host.Accounts;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.Letters.Issued;

namespace SmartKampung.Tests.Plugins.Letters;

public sealed class DemoTests(DemoTests.DemoVillage demo) : IClassFixture<DemoTests.DemoVillage>
{
    const string Site = $"/{TestHost.DemoSlug}";
    const string DemoPassword = "coba desa licin";

    readonly TestHost host = demo.Host;

    [Fact]
    public async Task Demo_village_begins_with_300_requests_in_all_states_over_a_year_in_sound_registers()
    {
        using var kept = await KeptLetters.ReadAsync(host.Administrator);

        Assert.Equal(300, kept.Requests.Count);
        Assert.Equal(["AskedBack", "Done", "Draft", "Rejected", "Waiting", "Withdrawn"], kept.Requests.Select(request => (string)request["State"]!).Distinct().Order());
        Assert.Equal(["", Roles.DistrictHead, Roles.HamletHead, Roles.Head, Roles.NeighborhoodHead, Roles.Operator, Roles.Secretary], kept.Requests.Select(request => (string)request["WaitsFor"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(kept.Requests.Select(request => (string)request["Type"]!["Slug"]!).Distinct().Count(), 15, 44);
        kept.ExpectSoundBook();
        Assert.Equal(5, kept.Letters.Count(letter => (string)letter["State"]! == "Revoked"));
        Assert.Equal(3, kept.Letters.Count(letter => (string)letter["State"]! == "Replaced"));
        Assert.All(kept.Letters, letter => Assert.True((bool)letter["IsByHand"]! && letter["File"] is null));
        var signed = kept.Letters.Select(letter => DateTimeOffset.Parse((string)letter["SignedAt"]!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.InRange((signed.Max() - signed.Min()).TotalDays, 340, 366);
        Assert.True(signed.Max() < host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Numbers_follow_the_days_on_which_they_were_signed()
    {
        using var kept = await KeptLetters.ReadAsync(host.Administrator);

        Assert.All(kept.Entries.GroupBy(entry => ((string)entry["Register"]!, (int)entry["Period"]!)), register =>
        {
            var days = register.OrderBy(entry => (int)entry["Sequence"]!).Select(entry => (string)entry["Date"]!).ToList();
            Assert.Equal(days.Order(StringComparer.Ordinal), days);
            Assert.All(days, day => Assert.StartsWith($"{register.Key.Item2}-", day, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Visitors_find_letters_in_the_menu_and_anyone_checks_one_that_is_valid()
    {
        using var kept = await KeptLetters.ReadAsync(host.Administrator);
        using var visitor = new Visitor(host);

        Assert.Contains((await visitor.ReadAsync(Site)).QuerySelectorAll("nav a"), link => link.GetAttribute("href") == $"{Site}/surat" && link.TextContent.Trim() == "Surat");
        var letter = kept.Letters.OrderBy(letter => (string)letter["SignedAt"]!, StringComparer.Ordinal).Last(letter => letter["CompletedAt"] is not null && (string)letter["State"]! == "Valid");
        var page = await visitor.ReadAsync($"{Site}/surat/periksa/{letter["Code"]}");
        Assert.NotNull(page.QuerySelector("main .notice.ok"));
        Assert.Contains((string)letter["Number"]!, page.QuerySelector("main dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_tries_a_resident_sees_letters_of_their_own_and_answers_what_they_are_asked_back_for()
    {
        using var resident = new Visitor(host);
        using var signedIn = await resident.SignInAsync("warga@demo.example", DemoPassword);
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);

        var requests = (await resident.ReadAsync($"{Site}/surat/saya")).QuerySelectorAll("main ul.list a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(7, requests.Count);
        var asked = new List<string>();
        foreach (var request in requests)
        {
            using var answer = await resident.GetAsync(request);
            if (answer.StatusCode != HttpStatusCode.OK) continue;
            asked.AddRange((await Visitor.ReadAsync(answer)).QuerySelectorAll("main .notice li a").Select(link => link.GetAttribute("href")!));
        }

        var question = Assert.Single(asked);
        using var answered = await resident.SubmitAsync(question, ("answer", "8.400.000"));
        Assert.EndsWith("/periksa", answered.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var sent = await resident.PressAsync(answered.Headers.Location.OriginalString, question[..question.IndexOf("/tanya/", StringComparison.Ordinal)] + "/kirim");
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    [Fact]
    public async Task Head_finds_letters_to_sign_and_the_head_of_the_neighbourhood_some_to_approve()
    {
        using var head = await StaffBrowser.SignInAsync(host, Roles.Head);
        using var neighbour = await StaffBrowser.SignInAsync(host, Roles.NeighborhoodHead, territory: new("Krajan", "001", "001"));

        Assert.True((await SigningHost.OfferedAsync(head)).Length >= 5);
        var inbox = await neighbour.OpenAsync($"{Site}/kelola/letters");
        Assert.True(inbox.QuerySelectorAll("main input[name=selected]").Length >= 4);
        Assert.All(inbox.QuerySelectorAll("main tbody th small"), place => Assert.Equal("RT 001, Krajan", place.TextContent));
    }

    /// <summary>A host with all modules and the demo accounts for the tests of the class.</summary>
    public sealed class DemoVillage : IAsyncLifetime
    {
        public TestHost Host { get; } = new() { Plugins = Repository.Plugins, Options = ["--demo=true"] };

        public ValueTask InitializeAsync() => Host.InitializeAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}

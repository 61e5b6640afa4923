using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing.Patterns;
using SmartKampung.Tests.Host.Accounts;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Walk;

/// <summary>A resident and those who work on their letters open everything that there is; then everybody else asks for the same, and nothing of the resident is told to them.</summary>
public sealed class StrangersWalkTests(LettersHost letters) : IClassFixture<LettersHost>, IAsyncLifetime
{
    /// <summary>Nothing was destroyed yet, and no event can be undone any more.</summary>
    static readonly string[] NotYet = ["/kelola/letters/pemusnahan/{id:guid}/berita-acara.pdf", "/kelola/residents/peristiwa/batal/{id:guid}"];

    static readonly string[] Permissions = ["residents.read", "residents.write", "residents.export", "residents.propose", "letters.read", "letters.work", "letters.counter", "letters.preview", "letters.book"];
    static readonly string[] Kinds = ["lahir", "mati", "datang", "pindah", "pisah", "ubah"];

    /// <summary>What staff set up for the whole village, whichever part of it they work for; and the figures, which count the neighbour who comes to live there meanwhile.</summary>
    static readonly string[] OfTheOffice = ["VillageType", "NumberRegister", "RegisterCounter", "OfficeTerm", "IncomingLetter", "RememberedColumns", "PopulationCount", "PopulationFlow"];

    MarkedVillage marked = null!;
    ILookup<string, JsonObject> documents = null!;
    string query = "";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    TestHost Host => letters.Host;

    LettersVillage Village => marked.Village;

    public async ValueTask InitializeAsync()
    {
        marked = await MarkedVillage.BeginAsync(await letters.BeginAsync());
        documents = await ArchivedDocuments.ReadAsync(Host.Administrator, Village.Code);
        var letter = documents["Letter"].Single();
        query = $"?cari=zubai&search=zubai&q=zubai&keadaan=semua&orang={marked.Person}&betulkan={letter["Id"]}&kode={letter["Code"]}";
    }

    public ValueTask DisposeAsync()
    {
        marked.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_of_a_resident_is_told_to_strangers_by_any_route()
    {
        var routes = new WalkedRoutes(Host, Village.Site, ValuesOf).All;
        var there = await WalkAsInsidersAsync(routes);
        var unopened = routes.Where(route => route.Method == "GET" && !route.Paths.Any(there.ContainsKey)).Select(route => route.Pattern).Except(NotYet).ToList();
        Assert.True(unopened.Count == 0, $"Nobody opens {string.Join(", ", unopened)}");
        Assert.InRange(there.Values.Count(told => Found(told).Any()), 40, int.MaxValue);

        var told = new List<string>();
        await foreach (var stranger in StrangersAsync())
            using (stranger.Client) told.AddRange(await WalkAsync(stranger, routes, there.Keys));

        Assert.True(told.Count == 0, string.Join('\n', told.Order(StringComparer.Ordinal)));
        await ExpectUnchangedAsync();
    }

    async Task ExpectUnchangedAsync()
    {
        var after = (await ArchivedDocuments.ReadAsync(Host.Administrator, Village.Code)).SelectMany(type => type).ToDictionary(document => (string)document["Id"]!, document => document.ToJsonString());
        var changed = documents.Where(type => !OfTheOffice.Contains(type.Key)).SelectMany(type => type).Where(before => after.GetValueOrDefault((string)before["Id"]!) != before.ToJsonString());
        var told = changed.Select(before => $"{before.ToJsonString()} is now {after.GetValueOrDefault((string)before["Id"]!)}").ToList();
        Assert.True(told.Count == 0, string.Join('\n', told));
    }

    /// <returns>What those who may see it are told, by the addresses where there is something.</returns>
    async Task<Dictionary<string, string>> WalkAsInsidersAsync(IReadOnlyList<WalkedRoute> routes)
    {
        var there = new Dictionary<string, string>();
        foreach (var insider in new[] { marked.Resident.Client, Village.Operator.Client, marked.Secretary.Client, marked.Head.Client, Host.Administrator })
            foreach (var path in routes.Where(route => route.Method == "GET").SelectMany(route => route.Paths).SelectMany(path => new[] { path, path + query }))
                if (!there.ContainsKey(path))
                {
                    using var answer = await insider.GetAsync(path, Stop);
                    if (answer.StatusCode == HttpStatusCode.OK) there[path] = await Answers.ReadAsync(answer);
                }

        return there;
    }

    async IAsyncEnumerable<Stranger> StrangersAsync()
    {
        var other = await letters.BeginAsync();
        using var administrator = await Village.SignInAsync(Roles.Administrator);
        using var made = await administrator.PostAsync($"{Village.Site}/kelola/peran", $"{Village.Site}/kelola/peran", ("name", "Bendahara"));
        var treasurer = made.Headers.Location!.OriginalString.Split('/')[^1];
        await administrator.SubmitAsync($"{Village.Site}/kelola/peran/{treasurer}", $"{Village.Site}/kelola/peran/{treasurer}", HttpStatusCode.SeeOther, ("permission", "village.console"));
        yield return new("a visitor", StaffBrowser.Nobody(Host.Address), Village.Site);
        yield return await SignedInAsync("a resident of the same neighbourhood", Village.ResidentAsync("Eko Purwanto"));
        yield return await SignedInAsync("an account that the register does not know", Village.StrangerAsync());
        yield return await SignedInAsync("a seller", Village.SignInAsync(Roles.Seller));
        yield return await SignedInAsync("staff who have nothing to do with letters", Village.SignInAsync(treasurer));
        yield return await SignedInAsync("the head of the next RT", Village.SignInAsync(Roles.NeighborhoodHead, territory: LettersVillage.NextDoor));
        yield return await SignedInAsync("the head of another RW", Village.SignInAsync(Roles.CommunityHead, territory: new("Krajan", "002")));
        yield return await SignedInAsync("the head of another hamlet", Village.SignInAsync(Roles.HamletHead, territory: new("Blimbing")));
        yield return await SignedInAsync("an operator for the next RT", Village.SignInAsync(Roles.Operator, territory: LettersVillage.NextDoor));
        yield return await SignedInAsync("a secretary for another hamlet", Village.SignInAsync(Roles.Secretary, territory: new("Blimbing")));
        yield return await SignedInAsync("the head of another village", other.SignInAsync(Roles.Head));
        yield return await SignedInAsync("the head of another village, there", other.SignInAsync(Roles.Head), other.Site);
        yield return await SignedInAsync("a resident of another village, there", other.ResidentAsync("Siti Aminah"), other.Site);
        yield return await SignedInAsync("the camat, who has no part in it", letters.SignInOverDistrictAsync(Roles.DistrictHead, Village.Code[..8]));
        yield return await SignedInAsync("staff of another district", letters.SignInOverDistrictAsync(Roles.DistrictStaff, "35.10.99"));
        yield return new("a program of another village", await Programs.ConnectAsync(Host, other.Code, Permissions, (Roles.Operator, null)), Village.Site);
        yield return new("a program of the next RT", await Programs.ConnectAsync(Host, Village.Code, Permissions, (Roles.Operator, LettersVillage.NextDoor)), Village.Site);
    }

    async Task<Stranger> SignedInAsync(string who, Task<StaffBrowser> signingIn, string? site = null)
    {
        var browser = await signingIn;
        var token = (await browser.OpenAsync("/akun/nama")).QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        return new(who, browser.Client, site ?? Village.Site, token);
    }

    async Task<List<string>> WalkAsync(Stranger stranger, IReadOnlyList<WalkedRoute> routes, IReadOnlyCollection<string> there)
    {
        var told = new List<string>();
        var writes = routes.Where(route => route.Method != "GET").SelectMany(route => route.Paths.Where(path => IsThere(path, there)).Select(path => (route.Method, path)));
        foreach (var (method, path) in there.Select(path => ("GET", path)).Concat(writes))
        {
            using var request = stranger.Ask(method, path.StartsWith("/api/", StringComparison.Ordinal) ? path : stranger.Site + path[Village.Site.Length..], documents);
            using var answer = await stranger.Client.SendAsync(request, Stop);
            var secrets = Found(await Answers.ReadAsync(answer)).Where(secret => !IsPublic(secret, path)).ToList();
            if (secrets.Count > 0 || (int)answer.StatusCode >= 500) told.Add($"{method} {path} answers {(int)answer.StatusCode} to {stranger.Who}: {string.Join(", ", secrets)}");
        }

        return told;
    }

    /// <summary>Whether the objects of an address to write to are ones that somebody saw by a page.</summary>
    static bool IsThere(string path, IReadOnlyCollection<string> there)
    {
        var last = path.Split('/').LastOrDefault(segment => Guid.TryParse(segment, out _));
        return last is null || there.Any(page => page.StartsWith(path[..(path.IndexOf(last, StringComparison.Ordinal) + last.Length)], StringComparison.Ordinal));
    }

    /// <summary>Whoever holds the paper checks its number by its code, and how a register writes numbers is shown by its first.</summary>
    static bool IsPublic(string secret, string path) =>
        secret == MarkedVillage.Number && (path.Contains("/surat/periksa/", StringComparison.Ordinal) || path.Split('?')[0].EndsWith("/kelola/letters/register", StringComparison.Ordinal));

    static IEnumerable<string> Found(string text) => MarkedVillage.Secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    /// <summary>One document of each type, all requests, and what is named by words.</summary>
    IEnumerable<string> ValuesOf(string pattern, RoutePatternParameterPart parameter) => parameter.Name switch
    {
        "code" => [pattern.StartsWith("/api/", StringComparison.Ordinal) ? Village.Code : (string)documents["Letter"].First()["Code"]!],
        "hash" => [(string)documents["Letter"].First()["Sha256"]!],
        "other" => [marked.Neighbour.ToString()],
        "resident" => [marked.Person.ToString()],
        "file" => documents["LetterRequest"].SelectMany(request => request["Attachments"]!.AsArray()).Select(attachment => (string)attachment!["File"]!),
        "key" => ["purpose", "children", "ktp"],
        "slug" => [Sample.Slug, MarkedVillage.Changed],
        "kind" => Kinds,
        "list" => ["pertanyaan", "dokumen", "langkah"],
        "at" or "row" when parameter.ParameterPolicies.Any(policy => policy.Content == "int") => ["0"],
        "row" => ["0"],
        "at" => ["baru", "0", "purpose", "ktp", .. Ids],
        "id" => Ids,
        _ => throw new InvalidOperationException($"What can {parameter.Name} of {pattern} be?"),
    };

    IEnumerable<string> Ids => documents.SelectMany(type => type.Key == "LetterRequest" ? type : type.Key == "Resident" ? type.Where(one => (string)one["Id"]! == marked.Person.ToString()) : type.Take(1)).Select(document => (string)document["Id"]!);
}

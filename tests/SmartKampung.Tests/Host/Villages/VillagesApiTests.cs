using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Host.Villages;

public sealed class VillagesApiTests
{
    const string Demo = "/api/villages/35.10.24.2008";
    const string Header = "code,name,kind,district_code,district_name,postal_code\n";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anyone_finds_villages_with_their_total()
    {
        await using var host = await VillageHost.StartAsync();
        var first = await host.Stranger.GetFromJsonAsync<JsonObject>("/api/villages", Stop);
        Assert.Equal((217, 50, 5), ((int)first!["total"]!, first["villages"]!.AsArray().Count, (int)first["lastPage"]!));
        var found = await host.Stranger.GetFromJsonAsync<JsonObject>("/api/villages?search=tamansari&page=1", Stop);
        Assert.Equal(["35.10.23.2003", "35.10.24.2008"], found!["villages"]!.AsArray().Select(village => (string?)village!["code"]).Order());
    }

    [Fact]
    public async Task A_renamed_village_keeps_its_earlier_address()
    {
        await using var host = await VillageHost.StartAsync();
        var village = await SendAsync(host, HttpMethod.Patch, Demo, """{"name":"Taman Ijen"}""");
        Assert.Equal("taman-ijen", (string?)village["slug"]);
        Assert.True(host.Registry.TryResolve("tamansari-licin", out var earlier) && earlier.MustRedirect);
        village = await SendAsync(host, HttpMethod.Patch, Demo, """{"slug":"tamansari-licin"}""");
        Assert.Equal("taman-ijen", (string?)Assert.Single(village["aliases"]!.AsArray()));
    }

    [Fact]
    public async Task An_earlier_code_leads_to_the_present_one()
    {
        await using var host = await VillageHost.StartAsync();
        await SendAsync(host, HttpMethod.Patch, Demo, """{"code":"35.10.24.2098"}""");
        using var answer = await host.Stranger.GetAsync(Demo + "/profile?x=1", Stop);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/api/villages/35.10.24.2098/profile?x=1", answer.Headers.Location?.OriginalString);
        Assert.Equal(new DateOnly(2026, 11, 23), host.Registry.FindByCode("35.10.24.2098")!.Record.EarlierCodes[0].Until);
    }

    [Theory]
    [InlineData("""{"slug":"api"}""", "/slug")]
    [InlineData("""{"postalCode":"1"}""", "/postalCode")]
    [InlineData("""{"hostNames":["not a host"]}""", "/hostNames/0")]
    [InlineData("""{"hostNames":["desa.id",null]}""", "/hostNames/1")]
    [InlineData("""{"name":"Tamansari\u202e"}""", "/name")]
    [InlineData("""{"name":"Taman\u200bsari"}""", "/name")]
    [InlineData("""{"name":"Tamansari\ufffe"}""", "/name")]
    [InlineData("""{"slug":"a\ufffe"}""", "/slug")]
    [InlineData("""{"timeZone":"Mars/Olympus"}""", "/timeZone")]
    [InlineData("""{"location":{"latitude":91,"longitude":0}}""", "/location")]
    [InlineData("""{"kind":"kota"}""", "/kind")]
    [InlineData("""{"name":5}""", "/name")]
    [InlineData("""{"hostNames":[null]}""", "/hostNames/0")]
    [InlineData("""{"location":{"latitude":1}}""", "/location/longitude")]
    public async Task Wrong_values_are_told_at_their_field(string body, string pointer)
    {
        await using var host = await VillageHost.StartAsync();
        var problem = await SendAsync(host, HttpMethod.Patch, Demo, body, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Addresses_and_codes_of_others_are_not_given()
    {
        await using var host = await VillageHost.StartAsync();
        await SendAsync(host, HttpMethod.Patch, Demo, """{"slug":"kemiren"}""", HttpStatusCode.Conflict);
        await SendAsync(host, HttpMethod.Patch, Demo, """{"code":"35.10.23.2003"}""", HttpStatusCode.Conflict);
        await SendAsync(host, HttpMethod.Post, "/api/villages", """{"code":"35.10.24.2008","name":"X","kind":"desa","district":"Licin"}""", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Malformed_json_is_a_bad_request()
    {
        await using var host = await VillageHost.StartAsync();
        await SendAsync(host, HttpMethod.Patch, Demo, "{", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_new_village_of_a_known_name_gets_the_longer_address()
    {
        await using var host = await VillageHost.StartAsync();
        var added = await SendAsync(
            host, HttpMethod.Post, "/api/villages", """{"code":"35.10.24.2097","name":"Kemiren","kind":"desa","district":"Licin"}""", HttpStatusCode.Created);
        Assert.Equal("kemiren-licin", (string?)added["slug"]);
        Assert.True(host.Registry.TryResolve("kemiren", out var known) && known.Village.Slug == "kemiren");
    }

    [Fact]
    public async Task With_one_wrong_line_nothing_is_imported()
    {
        await using var host = await VillageHost.StartAsync();
        var problem = await ImportAsync(host, Header + "35.10.24.2097,Baru,desa,35.10.24,Licin,68454\n35.10.24.2096,Salah,kota,35.10.24,Licin,\n", HttpStatusCode.UnprocessableEntity);
        var error = Assert.Single(problem["errors"]!.AsArray());
        Assert.Equal((3, "kind"), ((int)error!["row"]!, (string?)error["column"]));
        Assert.Null(host.Registry.FindByCode("35.10.24.2097"));
    }

    [Fact]
    public async Task Second_import_changes_nothing_and_a_moved_name_keeps_its_address()
    {
        await using var host = await VillageHost.StartAsync();
        const string File = Header + "35.10.24.2008,Tamansari,desa,35.10.24,Licin,68454\n35.10.24.2097,Baru,desa,35.10.24,Licin,68454\n";
        var first = await ImportAsync(host, File);
        Assert.Equal(1, (int)first["added"]!);
        var second = await ImportAsync(host, File);
        Assert.Equal((0, 0, 2), ((int)second["added"]!, (int)second["changed"]!, (int)second["unchanged"]!));
        await ImportAsync(host, File.Replace("Baru", "Anyar", StringComparison.Ordinal));
        Assert.True(host.Registry.TryResolve("baru", out var renamed) && renamed.Village.Slug == "anyar");
    }

    [Fact]
    public async Task A_profile_is_replaced_and_cleaned()
    {
        await using var host = await VillageHost.StartAsync();
        var saved = await SendAsync(host, HttpMethod.Put, Demo + "/profile", """{"headline":{"indonesian":"Halo"},"about":{"indonesian":"<p>a</p><script>"}}""");
        Assert.Equal("<p>a</p>", (string?)saved["about"]!["indonesian"]);
        var read = await host.Stranger.GetFromJsonAsync<JsonObject>(Demo + "/profile", Stop);
        Assert.Equal("Halo", (string?)read!["headline"]!["indonesian"]);
    }

    [Theory]
    [InlineData("""{"accent":"#ffff00"}""", "/accent")]
    [InlineData("""{"whatsApp":"0812"}""", "/whatsApp")]
    [InlineData("""{"emblem":"none.svg"}""", "/emblem")]
    [InlineData("""{"openingHours":[{"day":"monday","opens":"15:00:00","closes":"07:00:00"}]}""", "/openingHours/0/closes")]
    [InlineData("""{"headline":null}""", "/headline")]
    [InlineData("""{"officials":[null]}""", "/officials/0")]
    [InlineData("""{"openingHours":[null]}""", "/openingHours/0")]
    [InlineData("""{"emergencyContacts":[null]}""", "/emergencyContacts/0")]
    [InlineData("""{"address":"Jalan\u0000"}""", "/address")]
    [InlineData("""{"headline":{}}""", "/headline/indonesian")]
    [InlineData("""{"about":{"indonesian":null}}""", "/about/indonesian")]
    [InlineData("""{"missions":[null]}""", "/missions/0")]
    [InlineData("""{"hamlets":[null]}""", "/hamlets/0")]
    [InlineData("""{"officials":[{"name":null,"office":{"indonesian":"Kepala desa"}}]}""", "/officials/0/name")]
    [InlineData("""{"openingHours":[{"day":"monday","opens":"07:00:00"}]}""", "/openingHours/0/closes")]
    public async Task A_wrong_profile_is_told_at_its_field(string body, string pointer)
    {
        await using var host = await VillageHost.StartAsync();
        var problem = await SendAsync(host, HttpMethod.Put, Demo + "/profile", body, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
    }

    static Task<JsonNode> ImportAsync(VillageHost host, string file, HttpStatusCode expected = HttpStatusCode.OK) =>
        SendAsync(host, HttpMethod.Post, "/api/villages/import", file, expected, "text/csv");

    static async Task<JsonNode> SendAsync(
        VillageHost host, HttpMethod method, string path, string body, HttpStatusCode expected = HttpStatusCode.OK, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, new MediaTypeHeaderValue(type)) };
        using var answer = await host.Administrator.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Settings;

namespace SmartKampung.Tests.Host.Villages;

/// <summary>Villages get new codes, are split and merged: the API's answers and what they leave in the register.</summary>
public sealed class SuccessionTests
{
    const string Demo = VillageHost.Demo;
    const string Other = "35.10.23.2003";
    const string Parts = """{"villages":[{"code":"35.10.24.2011","name":"Tamansari Barat"},{"code":"35.10.24.2012","name":"Tamansari"}]""";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_code_leads_from_the_old_one_and_keeps_id_and_address()
    {
        await using var host = await VillageHost.StartAsync();
        var id = host.Registry.FindByCode(Demo)!.Id;
        var answer = await ActAsync(host, Demo, "recode", """{"code":"35.10.26.2001","district":"Ijen","from":"2026-11-01"}""");
        Assert.True((bool)answer["done"]!);
        var village = host.Registry.FindByCode(Demo)!;
        Assert.Equal((id, "35.10.26.2001", "tamansari-licin", new Area("35.10.26", "Ijen")), (village.Id, village.Code, village.Slug, village.District));
        Assert.Equal(new EarlierCode(Demo, new(2026, 11, 1)), Assert.Single(village.Record.EarlierCodes));
        Assert.Equal("/api/villages/35.10.26.2001", await RedirectAsync(host, "/api/villages/" + Demo));
    }

    [Fact]
    public async Task A_village_without_a_name_of_its_own_gets_its_new_code_as_address()
    {
        await using var host = await VillageHost.StartAsync();
        foreach (var code in new[] { "35.10.24.2011", "35.10.24.2012" })
            using (await host.Administrator.PostAsJsonAsync("/api/villages", new { code, name = "Kembar", kind = "desa", district = "Licin" }, Stop)) { }
        using (await host.Administrator.PostAsJsonAsync("/api/villages", new { code = "35.10.24.2013", name = "Kembar", kind = "desa", district = "Licin" }, Stop)) { }
        Assert.Equal("35.10.24.2013", host.Registry.FindByCode("35.10.24.2013")!.Slug);
        await ActAsync(host, "35.10.24.2013", "recode", """{"code":"35.10.24.2014"}""");
        Assert.True(host.Registry.TryResolve("35.10.24.2013", out var earlier) && earlier is { MustRedirect: true, Village.Slug: "35.10.24.2014" });
    }

    [Fact]
    public async Task The_same_twice_is_told_and_not_done_twice()
    {
        await using var host = await VillageHost.StartAsync();
        await TwiceAsync(host, Demo, "recode", """{"code":"35.10.24.2098"}""");
        Assert.Single(host.Registry.FindByCode(Demo)!.Record.EarlierCodes);
        await TwiceAsync(host, "35.10.24.2098", "split", Parts + ""","closesInto":"35.10.24.2012"}""");
        await TwiceAsync(host, Other, "merge", """{"villages":["35.10.24.2011"]}""");
        Assert.Equal(219, host.Registry.Villages.All.Length);
    }

    [Fact]
    public async Task Many_at_once_split_a_village_only_once()
    {
        await using var host = await VillageHost.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ActAsync(host, Demo, "split", Parts + "}")));
        Assert.Single(answers, answer => (bool)answer["done"]!);
        Assert.Equal(219, host.Registry.Villages.All.Length);
    }

    [Fact]
    public async Task A_split_leaves_the_old_village_and_gives_the_new_ones_its_switches_and_settings()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        await PutAsync(host, "modules/news", "");
        await PutAsync(host, "settings/news", """{"shown":7}""");
        await ActAsync(host, Demo, "split", Parts + ""","from":"2026-10-01"}""");
        var part = host.Registry.FindByCode("35.10.24.2012")!;
        var old = host.Registry.FindByCode(Demo)!;
        Assert.Equal((false, "tamansari-licin"), (old.IsClosed, old.Slug));
        Assert.Equal(new Relation(old.Id, new(2026, 10, 1)), part.Record.Origin);
        Assert.NotEqual(old.Slug, part.Slug);
        Assert.True(host.Services.GetRequiredService<ModuleSwitches>().IsOn(part, "news"));
        var settings = await host.Administrator.GetFromJsonAsync<JsonObject>("/api/villages/35.10.24.2012/settings/news", Stop);
        Assert.Equal(7, (int)settings!["settings"]!["shown"]!["value"]!);
        await PutAsync(host, "settings/news", """{"shown":8}""", "35.10.24.2012");
        settings = await host.Administrator.GetFromJsonAsync<JsonObject>($"/api/villages/{Demo}/settings/news", Stop);
        Assert.Equal(7, (int)settings!["settings"]!["shown"]!["value"]!);
    }

    [Fact]
    public async Task New_villages_can_begin_without_the_settings_of_the_old_one()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        await PutAsync(host, "modules/news", "");
        await ActAsync(host, Demo, "split", Parts + ""","inherits":false}""");
        Assert.False(host.Services.GetRequiredService<ModuleSwitches>().IsOn(host.Registry.FindByCode("35.10.24.2011")!, "news"));
    }

    [Fact]
    public async Task What_a_split_brought_is_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await VillageHost.StartAsync(folder.FullName, SampleModules.All))
        {
            await PutAsync(first, "modules/news", "");
            await ActAsync(first, Demo, "split", Parts + """,  "closesInto":"35.10.24.2012"}""");
        }

        await using var second = await VillageHost.StartAsync(folder.FullName, SampleModules.All);
        Assert.True(second.Services.GetRequiredService<ModuleSwitches>().IsOn(second.Registry.FindByCode("35.10.24.2011")!, "news"));
        Assert.True(second.Registry.TryResolve("tamansari-licin", out var found) && found is { MustRedirect: true, Village.Code: "35.10.24.2012" });
    }

    [Fact]
    public async Task Merged_villages_lead_to_the_one_that_is_left_in_one_hop()
    {
        await using var host = await VillageHost.StartAsync();
        var answer = await ActAsync(host, Other, "merge", $$"""{"villages":["{{Demo}}"]}""");
        Assert.Contains(Demo, (string?)answer["data"], StringComparison.Ordinal);
        Assert.Equal("2026-11-23", (string?)answer["villages"]![0]!["successor"]!["from"]);
        await ActAsync(host, "35.10.23.2004", "merge", $$"""{"villages":["{{Other}}"]}""");
        await ActAsync(host, "35.10.23.2004", "recode", """{"code":"35.10.23.2099"}""");
        Assert.Equal("/api/villages/35.10.23.2099/profile?x=1", await RedirectAsync(host, $"/api/villages/{Demo}/profile?x=1"));
        foreach (var address in new[] { Demo, "tamansari-licin", Other, "tamansari-tegalsari", "35.10.23.2004" })
            Assert.True(host.Registry.TryResolve(address, out var found) && found is { MustRedirect: true, Village.Code: "35.10.23.2099" }, address);
    }

    [Fact]
    public async Task A_merged_village_that_is_opened_again_is_itself_again()
    {
        await using var host = await VillageHost.StartAsync();
        await ActAsync(host, Other, "merge", $$"""{"villages":["{{Demo}}"]}""");
        using (var opened = await host.Administrator.PatchAsJsonAsync("/api/villages/" + Demo, new { closed = false }, Stop)) Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.True(host.Registry.TryResolve("tamansari-licin", out var found) && found is { MustRedirect: false, Village.Code: Demo });
        await ActAsync(host, Demo, "merge", $$"""{"villages":["{{Other}}"]}""");
    }

    [Theory]
    [InlineData("recode", """{"code":"35.10.23.2003"}""", 409, "/code")]
    [InlineData("recode", """{"code":"35.10"}""", 422, "/code")]
    [InlineData("recode", """{"code":"35.10.99.2001"}""", 422, "/district")]
    [InlineData("recode", """{"code":"35.10.23.2099","district":"Salah"}""", 422, "/district")]
    [InlineData("recode", """{"code":"35.11.01.2001","district":"Baru"}""", 422, "/regency")]
    [InlineData("recode", """{"code":"35.10.24.2099","from":"2026-11-24"}""", 422, "/from")]
    [InlineData("recode", """{"code":"35.10.24.2099","from":"besok"}""", 422, "/from")]
    [InlineData("split", """{"villages":[]}""", 422, "/villages")]
    [InlineData("split", """{"villages":[{"code":"35.10.24.2011","name":"A"}],"closesInto":"35.10.24.2011"}""", 422, "/villages")]
    [InlineData("split", """{"villages":[{"code":"35.10.24.2011","name":""}]}""", 422, "/villages/0/name")]
    [InlineData("split", """{"villages":[{"code":"35.10.24.2011","name":"A"},{"code":"35.10.24.2011","name":"B"}]}""", 422, "/villages/1/code")]
    [InlineData("split", """{"villages":[{"code":"35.10.24.2011","name":"A"},{"code":"35.10.23.2003","name":"B"}]}""", 409, "/villages/1/code")]
    [InlineData("split", """{"villages":[{"code":"35.11.24.2011","name":"A"}]}""", 422, "/villages/0/code")]
    [InlineData("split", """{"villages":[{"code":"35.10.99.2011","name":"A"}]}""", 422, "/villages/0/district")]
    [InlineData("split", """{"villages":[{"code":"35.10.24.2011","name":"A"},{"code":"35.10.24.2012","name":"B"}],"closesInto":"35.10.24.2008"}""", 422, "/closesInto")]
    [InlineData("merge", """{"villages":[]}""", 422, "/villages")]
    [InlineData("merge", """{"villages":["35.10.24.2008"]}""", 422, "/villages/0")]
    [InlineData("merge", """{"villages":["35.10.23.2003","35.10.99.2001"]}""", 422, "/villages/1")]
    [InlineData("merge", """{"villages":["35.10.23.2003","35.10.23.2003"]}""", 422, "/villages/1")]
    [InlineData("merge", """{"villages":[null]}""", 422, "/villages/0")]
    [InlineData("merge", """{"villages":["35.71.01.1001"]}""", 422, "/villages/0")]
    public async Task The_impossible_is_refused_at_its_field_and_changes_nothing(string action, string body, int status, string pointer)
    {
        await using var host = await VillageHost.StartAsync();
        using (await host.Administrator.PostAsJsonAsync("/api/villages", new { code = "35.71.01.1001", name = "Campurejo", kind = "kelurahan", district = "Mojoroto", regency = "Kota Kediri" }, Stop)) { }
        var before = host.Registry.Villages;
        var problem = await ActAsync(host, Demo, action, body, (HttpStatusCode)status);
        Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
        Assert.Same(before, host.Registry.Villages);
    }

    [Fact]
    public async Task Nothing_becomes_of_closed_and_unknown_villages_or_without_the_key()
    {
        await using var host = await VillageHost.StartAsync();
        using (await host.Administrator.DeleteAsync("/api/villages/" + Other, Stop)) { }
        var problem = await ActAsync(host, Demo, "merge", $$"""{"villages":["{{Other}}"]}""", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Desa ini sudah ditutup.", (string?)problem["errors"]![0]!["detail"]);
        await ActAsync(host, Other, "recode", """{"code":"35.10.23.2099"}""", HttpStatusCode.Conflict);
        await ActAsync(host, "35.10.99.2001", "recode", """{"code":"35.10.23.2099"}""", HttpStatusCode.NotFound);
        using var stranger = await host.Stranger.PostAsJsonAsync($"/api/villages/{Demo}/actions/recode", new { code = "35.10.24.2099" }, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    static async Task TwiceAsync(VillageHost host, string code, string action, string body)
    {
        Assert.True((bool)(await ActAsync(host, code, action, body))["done"]!);
        var index = host.Registry.Villages;
        Assert.False((bool)(await ActAsync(host, code, action, body))["done"]!);
        Assert.Same(index, host.Registry.Villages);
    }

    static async Task<string?> RedirectAsync(VillageHost host, string address)
    {
        using var answer = await host.Stranger.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        return answer.Headers.Location?.OriginalString;
    }

    static async Task PutAsync(VillageHost host, string address, string body, string code = Demo)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var answer = await host.Administrator.PutAsync($"/api/villages/{code}/{address}", body.Length == 0 ? null : content, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    static async Task<JsonNode> ActAsync(VillageHost host, string code, string action, string body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var answer = await host.Administrator.PostAsync($"/api/villages/{code}/actions/{action}", content, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}

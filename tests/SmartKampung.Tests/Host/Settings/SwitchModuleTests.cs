using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Villages;

namespace SmartKampung.Tests.Host.Settings;

public sealed class SwitchModuleTests
{
    const string Village = "/api/villages/35.10.24.2008/modules/";
    const string Regency = "/api/regency/modules/";
    const string District = "/api/districts/35.10.24/modules/";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_village_switches_a_module_on_and_off_with_one_call_and_others_stay_as_they_are()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        Assert.False(IsOn(host, "news"));
        await SendAsync(host, HttpMethod.Put, Village + "news");
        Assert.True(IsOn(host, "news"));
        Assert.False(IsOn(host, "news", "35.10.23.2003"));
        await SendAsync(host, HttpMethod.Delete, Village + "news");
        Assert.False(IsOn(host, "news"));
    }

    [Fact]
    public async Task What_regency_and_district_switch_on_is_on_in_their_villages_until_one_says_otherwise()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        await SendAsync(host, HttpMethod.Put, Regency + "news");
        Assert.True(IsOn(host, "news", "35.10.23.2003"));
        await SendAsync(host, HttpMethod.Delete, District + "news");
        Assert.True(IsOn(host, "news", "35.10.23.2003"));
        Assert.False(IsOn(host, "news"));
        await SendAsync(host, HttpMethod.Put, Village + "news");
        Assert.True(IsOn(host, "news"));
        await SendAsync(host, HttpMethod.Put, Village + "news", """{"enabled":null}""");
        Assert.False(IsOn(host, "news"));
    }

    [Fact]
    public async Task A_locked_switch_can_not_be_moved_below()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        await SendAsync(host, HttpMethod.Put, District + "news", """{"enabled":true,"locked":["enabled"]}""");
        var refused = await SendAsync(host, HttpMethod.Delete, Village + "news", expected: HttpStatusCode.Conflict);
        Assert.Equal("district:35.10.24", (string?)refused["lockedBy"]);
        Assert.Contains("Licin", (string?)refused["title"], StringComparison.Ordinal);
        Assert.True(IsOn(host, "news"));
        await SendAsync(host, HttpMethod.Put, Village + "news", """{"locked":["enabled"]}""", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_module_needs_what_it_requires_to_be_on()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        var refused = await SendAsync(host, HttpMethod.Put, Village + "letters", expected: HttpStatusCode.Conflict);
        Assert.Equal("residents", (string?)refused["requires"]![0]);
        await SendAsync(host, HttpMethod.Put, Village + "residents");
        await SendAsync(host, HttpMethod.Put, Village + "letters");
        Assert.True(IsOn(host, "letters"));
    }

    [Fact]
    public async Task A_module_that_others_need_can_not_be_switched_off_first()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        await SendAsync(host, HttpMethod.Put, Village + "residents");
        await SendAsync(host, HttpMethod.Put, Village + "letters");
        var refused = await SendAsync(host, HttpMethod.Delete, Village + "residents", expected: HttpStatusCode.Conflict);
        Assert.Equal("letters", (string?)refused["requiredBy"]![0]);
        await SendAsync(host, HttpMethod.Delete, Village + "letters");
        await SendAsync(host, HttpMethod.Delete, Village + "residents");
    }

    [Fact]
    public async Task The_regency_can_not_take_away_what_a_village_needs()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        await SendAsync(host, HttpMethod.Put, Regency + "residents");
        await SendAsync(host, HttpMethod.Put, Village + "letters");
        var refused = await SendAsync(host, HttpMethod.Delete, Regency + "residents", expected: HttpStatusCode.Conflict);
        Assert.Equal("letters", (string?)refused["requiredBy"]![0]);
        Assert.True(IsOn(host, "letters"));
    }

    [Fact]
    public async Task A_module_that_is_not_there_is_not_found()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        await SendAsync(host, HttpMethod.Put, Village + "nothing", expected: HttpStatusCode.NotFound);
        await SendAsync(host, HttpMethod.Put, "/api/villages/99.99.99.9999/modules/news", expected: HttpStatusCode.NotFound);
    }

    static bool IsOn(VillageHost host, string module, string village = VillageHost.Demo) =>
        host.Services.GetRequiredService<ModuleSwitches>().IsOn(host.Registry.FindByCode(village)!, module);

    static async Task<JsonNode> SendAsync(
        VillageHost host, HttpMethod method, string path, string? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var answer = await host.Administrator.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}

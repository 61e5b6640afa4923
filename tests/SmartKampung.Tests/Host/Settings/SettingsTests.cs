using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Villages;

namespace SmartKampung.Tests.Host.Settings;

public sealed class SettingsTests
{
    const string Regency = "/api/regency/settings/news";
    const string District = "/api/districts/35.10.24/settings/news";
    const string Village = "/api/villages/35.10.24.2008/settings/news";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_are_inherited_from_district_and_regency_until_the_village_sets_its_own()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        Assert.Equal(("20", "default"), await ShownAsync(host));
        await PutAsync(host, Regency, """{"shown":1}""");
        Assert.Equal(("1", "regency"), await ShownAsync(host));
        await PutAsync(host, District, """{"shown":2}""");
        Assert.Equal(("2", "district:35.10.24"), await ShownAsync(host));
        await PutAsync(host, Village, """{"shown":3}""");
        Assert.Equal(("3", "village:35.10.24.2008"), await ShownAsync(host));
        await PutAsync(host, Village, """{"shown":null}""");
        Assert.Equal(("2", "district:35.10.24"), await ShownAsync(host));
    }

    [Fact]
    public async Task Modules_get_the_values_with_the_next_request_and_other_villages_keep_theirs()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        var reader = host.Services.GetRequiredService<SettingsReader>();
        var village = host.Registry.FindByCode(VillageHost.Demo)!;
        Assert.Same(reader.Get("news", typeof(NewsSettings), village), reader.Get("news", typeof(NewsSettings), village));
        await PutAsync(host, Village, """{"shown":7,"comments":true,"title":"Kabar","order":"oldest","weight":2.25,"since":"2026-01-02","at":"08:15:00","tags":["a","b"]}""");
        var settings = (NewsSettings)reader.Get("news", typeof(NewsSettings), village);
        Assert.Equal(
            (7, true, "Kabar", Order.Oldest, 2.25m, new DateOnly(2026, 1, 2), new TimeOnly(8, 15)),
            (settings.Shown, settings.Comments, settings.Title, settings.Order, settings.Weight, settings.Since, settings.At));
        Assert.Equal(["a", "b"], settings.Tags);
        Assert.Equal(20, ((NewsSettings)reader.Get("news", typeof(NewsSettings), host.Registry.FindByCode("35.10.23.2003")!)).Shown);
    }

    [Fact]
    public async Task A_lock_of_the_regency_wins_and_refuses_what_villages_send()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        await PutAsync(host, Village, """{"shown":3}""");
        await PutAsync(host, Regency, """{"shown":9,"locked":["shown"]}""");
        Assert.Equal(("9", "regency"), await ShownAsync(host));
        var refused = await PutAsync(host, Village, """{"shown":4}""", HttpStatusCode.Conflict);
        Assert.Equal("regency", (string?)refused["lockedBy"]);
        Assert.Equal("/shown", (string?)refused["errors"]![0]!["pointer"]);
        await PutAsync(host, Village, """{"title":"Kabar"}""");
        await PutAsync(host, Regency, """{"shown":9,"locked":[]}""");
        await PutAsync(host, Village, """{"shown":4}""");
        Assert.Equal(("4", "village:35.10.24.2008"), await ShownAsync(host));
    }

    [Theory]
    [InlineData("""{"shown":0}""", "/shown", "Isi dari 1 sampai 100.", "Must be from 1 to 100.")]
    [InlineData("""{"shown":"5"}""", "/shown", "Isi dengan bilangan bulat.", "Must be a whole number.")]
    [InlineData("""{"shown":1.5}""", "/shown", "Isi dengan bilangan bulat.", "Must be a whole number.")]
    [InlineData("""{"comments":1}""", "/comments", "Isi dengan true atau false.", "Must be true or false.")]
    [InlineData("""{"title":"terlalu panjang"}""", "/title", "Paling panjang 10 huruf.", "Must have at most 10 characters.")]
    [InlineData("""{"order":"upside"}""", "/order", "Pilih salah satu: Newest, Oldest.", "Must be one of: Newest, Oldest.")]
    [InlineData("""{"order":1}""", "/order", "Pilih salah satu: Newest, Oldest.", "Must be one of: Newest, Oldest.")]
    [InlineData("""{"tags":"a"}""", "/tags", "Isi dengan daftar teks.", "Must be a list of texts.")]
    [InlineData("""{"unknown":1}""", "/unknown", "Pengaturan ini tidak ada.", "There is no such setting.")]
    [InlineData("""{"Shown":1}""", "/Shown", "Pengaturan ini tidak ada.", "There is no such setting.")]
    [InlineData("""{"locked":["unknown"]}""", "/locked/0", "Pengaturan ini tidak ada.", "There is no such setting.")]
    public async Task What_is_wrong_is_told_at_its_field_in_the_language_asked_for(string body, string pointer, string indonesian, string english)
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        foreach (var (language, message) in new[] { ("id", indonesian), ("en", english) })
        {
            host.Administrator.DefaultRequestHeaders.AcceptLanguage.Clear();
            host.Administrator.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            var problem = await PutAsync(host, Regency, body, HttpStatusCode.UnprocessableEntity);
            Assert.Equal((pointer, message), ((string?)problem["errors"]![0]!["pointer"], (string?)problem["errors"]![0]!["detail"]));
        }

        Assert.Equal(("20", "default"), await ShownAsync(host));
    }

    [Fact]
    public async Task Settings_of_a_module_that_is_not_there_are_not_found()
    {
        await using var host = await VillageHost.StartAsync(modules: SampleModules.All);
        await PutAsync(host, "/api/regency/settings/nothing", "{}", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Administrator.GetAsync("/api/districts/99.99.99/settings/news", Stop)).StatusCode);
    }

    [Fact]
    public async Task Settings_are_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await VillageHost.StartAsync(folder.FullName, SampleModules.All)) await PutAsync(first, Village, """{"shown":3}""");
        await using var second = await VillageHost.StartAsync(folder.FullName, SampleModules.All);
        Assert.Equal(("3", "village:35.10.24.2008"), await ShownAsync(second));
    }

    static async Task<(string Value, string From)> ShownAsync(VillageHost host)
    {
        var settings = await host.Administrator.GetFromJsonAsync<JsonObject>(Village, Stop);
        var shown = settings!["settings"]!["shown"]!;
        return (shown["value"]!.ToJsonString(), (string)shown["from"]!);
    }

    static async Task<JsonNode> PutAsync(VillageHost host, string path, string body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var answer = await host.Administrator.PutAsync(path, content, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}

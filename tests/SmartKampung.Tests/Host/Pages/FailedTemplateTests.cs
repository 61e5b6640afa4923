using System.Net;
using System.Text.Json;
using SmartKampung.Tests.Host.Modules;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Pages;

/// <summary>A village edited a template so that it fails: who can mend it learns which and where.</summary>
public sealed class FailedTemplateTests(FailedTemplateHost edited) : IClassFixture<FailedTemplateHost>
{
    readonly TestHost host = edited.Host;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_is_told_which_template_failed_and_administrators_and_the_log_where_and_why()
    {
        var before = edited.Log.Messages.Count;
        using var answer = await host.Administrator.GetAsync($"/{TestHost.DemoSlug}/berita", Stop);
        var told = await answer.Content.ReadAsStringAsync(Stop);
        var shown = await host.DemoPageAsync("/berita", HttpStatusCode.InternalServerError);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Templat news/news-list gagal di baris 2, kolom 4: ", told, StringComparison.Ordinal);
        Assert.Contains("10000", told, StringComparison.Ordinal);
        Assert.Contains("Templat news/news-list gagal.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("10000", shown, StringComparison.Ordinal);
        Assert.Contains(edited.Log.Messages.Skip(before), message => message.Contains("template news/news-list, line 2, column 4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Programs_are_told_the_same_in_problem_details()
    {
        var (told, shown) = (await ProblemAsync(host.Administrator), await ProblemAsync(host.Anonymous));

        Assert.Equal("news/news-list", shown.Text("template"));
        Assert.False(shown.TryGetProperty("line", out _) || shown.TryGetProperty("reason", out _));
        Assert.Equal(("news/news-list", 2, 4), (told.Text("template"), told.GetProperty("line").GetInt32(), told.GetProperty("column").GetInt32()));
        Assert.Contains("10000", told.Text("reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_of_a_module_is_told_by_its_name_and_not_by_where_it_lies()
    {
        using var plugins = new PluginFolders().AddSpecimen().Write("{{ while true; end }}", "specimen", "templates", "shown.html");
        await using var broken = await TestHost.StartAsync(plugins.FullName);
        (await broken.Administrator.PutAsync($"/api/villages/{TestHost.DemoCode}/modules/specimen", null, Stop)).EnsureSuccessStatusCode();

        var shown = await broken.DemoPageAsync("/contoh/tampil", HttpStatusCode.InternalServerError);

        Assert.Contains("Templat specimen/shown gagal.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(broken.DataFolder, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_pages_and_other_villages_keep_working()
    {
        (await host.Administrator.PutAsync("/api/villages/35.10.24.2007/modules/news", null, Stop)).EnsureSuccessStatusCode();
        await host.DemoPageAsync("/berita", HttpStatusCode.InternalServerError);

        await host.DemoPageAsync("");
        await host.DemoPageAsync("/agenda");
        await host.PageAsync("/kluncing/berita");
    }

    static async Task<JsonElement> ProblemAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{TestHost.DemoSlug}/berita") { Headers = { { "Accept", "application/json" } } };
        using var answer = await client.SendAsync(request, Stop);
        return await answer.JsonAsync(HttpStatusCode.InternalServerError);
    }
}

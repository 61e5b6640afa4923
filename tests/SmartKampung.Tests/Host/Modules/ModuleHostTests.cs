using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Host.Modules;

/// <summary>A module that fails at some step of its life, beside one that runs.</summary>
public sealed class ModuleHostTests : IDisposable
{
    readonly TemporaryFolder plugins = new();

    public ModuleHostTests() => Copy(Path.Combine(Repository.Plugins, "news"), plugins.Combine("news"));

    public void Dispose() => plugins.Dispose();

    [Fact]
    public async Task A_route_outside_the_declared_places_is_named()
    {
        CopyGuestbook(manifest => manifest["places"] = new JsonArray("/tamu"));

        Assert.Contains("GET /bukutamu lies outside the places", await ReasonAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_with_an_error_is_told_with_file_line_and_column()
    {
        CopyGuestbook(_ => { });
        File.WriteAllText(plugins.Combine("guestbook", "templates", "guestbook.html"), "<p>\n{{ if entries }}\n");

        Assert.Matches(@"guestbook\.html.*\b[23]\b", await ReasonAsync());
    }

    [Fact]
    public async Task An_assembly_that_is_none_is_told()
    {
        CopyGuestbook(_ => { });
        File.WriteAllText(plugins.Combine("guestbook", "Guestbook.dll"), "no assembly");

        Assert.Contains("Guestbook.dll can't be loaded", await ReasonAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_without_a_module_is_told()
    {
        CopyGuestbook(manifest => manifest["assembly"] = "Ical.Net.dll");
        File.Copy(plugins.Combine("news", "Ical.Net.dll"), plugins.Combine("guestbook", "Ical.Net.dll"));

        Assert.Contains("Ical.Net has no public class that implements IModule", await ReasonAsync(), StringComparison.Ordinal);
    }

    /// <summary>Why the guestbook failed, while the host serves and news runs.</summary>
    async Task<string> ReasonAsync()
    {
        await using var host = await TestHost.StartAsync(plugins.FullName);
        var health = await host.Administrator.GetFromJsonAsync<JsonElement>("/health/ready");
        var states = health.GetProperty("modules").EnumerateArray().ToDictionary(module => module.GetProperty("id").GetString()!);

        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Equal("Running", states["news"].GetProperty("state").GetString());
        Assert.Equal("Failed", states["guestbook"].GetProperty("state").GetString());
        (await host.Anonymous.GetAsync("/tamansari-licin/berita")).EnsureSuccessStatusCode();
        return states["guestbook"].GetProperty("reason").GetString()!;
    }

    void CopyGuestbook(Action<JsonObject> change)
    {
        Copy(Path.Combine(Repository.Examples, "guestbook"), plugins.Combine("guestbook"));
        var file = plugins.Combine("guestbook", "module.json");
        var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        change(manifest);
        File.WriteAllText(file, manifest.ToJsonString());
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

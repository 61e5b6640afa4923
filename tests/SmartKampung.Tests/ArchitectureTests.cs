using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;

namespace SmartKampung.Tests;

/// <summary>The rules that keep it a house.</summary>
public sealed class ArchitectureTests
{
    static IEnumerable<string> PluginFolders => Directory.GetDirectories(Repository.Path("plugins"));

    [Fact]
    public void Sdk_depends_on_the_framework_and_nothing_else()
    {
        const string project = "sdk/SmartKampung.Sdk/SmartKampung.Sdk.csproj";
        Assert.DoesNotContain(References(project), name => name is "ProjectReference");
        Assert.All(XDocument.Load(Repository.Path(project)).Descendants("PackageReference"), package => Assert.Equal("all", (string?)package.Attribute("PrivateAssets")));
        Assert.All(typeof(Page).Assembly.GetReferencedAssemblies(), Framework);
    }

    [Fact]
    public void Plugins_see_the_sdk_and_what_others_offer()
    {
        Assert.NotEmpty(PluginFolders);
        foreach (var folder in PluginFolders)
        {
            Assert.All(ProjectsOf(Directory.GetFiles(folder, "*.csproj").Single()), project => Assert.EndsWith(".Contracts.csproj", project));
            Assert.All(Directory.GetFiles(folder, "*.Contracts.csproj", SearchOption.AllDirectories).SelectMany(ProjectsOf), project => Assert.EndsWith("SmartKampung.Sdk.csproj", project));
            Assert.Empty(LinesWith(folder, "SmartKampung.Host"));
        }
    }

    [Fact]
    public void Tests_of_plugins_see_the_sdk_alone() =>
        Assert.Empty(LinesWith(Repository.Path("tests", "SmartKampung.Tests", "Plugins"), "SmartKampung.Host"));

    [Fact]
    public void Host_names_no_plugin()
    {
        var words = PluginFolders.SelectMany(Names).ToArray();

        Assert.Empty(LinesWith(Repository.Path("host"), words));
    }

    [Fact]
    public void Storage_knows_none_of_the_rooms_that_keep_things_in_it() =>
        Assert.All(LinesWith(Repository.Path("host", "Storage"), "using SmartKampung.Host."), line => Assert.Matches(@"Host\.(Storage|Operations|Search\.Analysis)[.;]", line));

    [Fact]
    public void Program_is_read_at_a_glance() => Assert.InRange(File.ReadLines(Repository.Path("host", "Program.cs")).Count(), 1, 59);

    [Fact]
    public void Project_file_of_a_module_has_three_lines() =>
        Assert.Equal(3, File.ReadLines(Repository.Path("sdk", "examples", "Guestbook", "Guestbook.csproj")).Count());

    [Fact]
    public void No_file_grows_out_of_hand() =>
        Assert.All(Sources(Repository.Root), file => Assert.InRange(File.ReadLines(file).Count(), 0, 300));

    static void Framework(AssemblyName reference) =>
        Assert.Matches(@"^(System|Microsoft\.AspNetCore|Microsoft\.Extensions|netstandard|mscorlib)(\.|$)", reference.Name);

    /// <summary>How a host could name a plugin: by its id, its assembly or its places.</summary>
    static IEnumerable<string> Names(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "module.json")));
        yield return $"\"{manifest.RootElement.GetProperty("id").GetString()}\"";
        yield return "SmartKampung." + Path.GetFileName(folder);
        foreach (var place in manifest.RootElement.GetProperty("places").EnumerateArray()) yield return $"\"{place.GetString()}";
    }

    static IEnumerable<string?> ProjectsOf(string project) =>
        XDocument.Load(Repository.Path(project)).Descendants("ProjectReference").Select(reference => (string?)reference.Attribute("Include"));

    static IEnumerable<string> References(string project) =>
        XDocument.Load(Repository.Path(project)).Descendants().Select(element => element.Name.LocalName);

    static IEnumerable<string> LinesWith(string folder, params string[] words) =>
        from file in Sources(folder)
        from line in File.ReadLines(file)
        where words.Any(word => line.Contains(word, StringComparison.Ordinal))
        select Path.GetRelativePath(Repository.Root, file) + ": " + line.Trim();

    static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Root, file).StartsWith("artifacts", StringComparison.Ordinal));
}

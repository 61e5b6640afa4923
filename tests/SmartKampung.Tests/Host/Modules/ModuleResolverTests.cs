using SmartKampung.Host.Modules;

namespace SmartKampung.Tests.Host.Modules;

public sealed class ModuleResolverTests : IDisposable
{
    readonly DirectoryInfo plugins = Directory.CreateTempSubdirectory("smartkampung-plugins-");

    public void Dispose() => plugins.Delete(recursive: true);

    [Fact]
    public void Modules_come_after_what_they_require()
    {
        Write("a", """{ "requires": { "b": "[1.0,)" } }""");
        Write("b", """{ "version": "1.2.0" }""");

        Assert.Equal(["b", "a"], Resolve().Select(module => module.Id));
    }

    [Theory]
    [InlineData("""{ "id": "../etc" }""", "the id '../etc' must be lower-case letters")]
    [InlineData("""{ "id": "modul" }""", "the id 'modul' is the name of a page of the console")]
    [InlineData("""{ "id": "orang" }""", "the id 'orang' is the name of a page of the console")]
    [InlineData("""{ "id": "profil" }""", "the id 'profil' is the name of a page of the console")]
    [InlineData("""{ "id": "tampilan" }""", "the id 'tampilan' is the name of a page of the console")]
    [InlineData("""{ "id": "media" }""", "the id 'media' is the name of a page of the console")]
    [InlineData("""{ "id": "catatan" }""", "the id 'catatan' is the name of a page of the console")]
    [InlineData("""{ "id": "peran" }""", "the id 'peran' is the name of a page of the console")]
    [InlineData("""{ "version": "one" }""", "the version 'one' is not a version")]
    [InlineData("""{ "version": 1 }""", "$.version")]
    [InlineData("""{ "sdk": "soon" }""", "sdk 'soon' is not a version range")]
    [InlineData("""{ "sdk": "[9.0,)" }""", "It needs SDK [9.0,)")]
    [InlineData("""{ "sdk": "[0.0.1,0.0.2]" }""", "It needs SDK [0.0.1,0.0.2]")]
    [InlineData("""{ "colour": "red" }""", "'colour' could not be mapped")]
    [InlineData("""{ "places": ["/kelola"] }""", "The place /kelola belongs to the host")]
    [InlineData("""{ "places": ["berita/x"] }""", "the place 'berita/x' must be a slash and one segment")]
    [InlineData("""{ "assembly": "../../Host.dll" }""", "must be a file in the module's folder")]
    [InlineData("""{ "assembly": "Missing.dll" }""", "The entry assembly Missing.dll is missing")]
    [InlineData("""{ "requires": { "b": "[1.0,)" } }""", "It requires 'b', which is not there")]
    [InlineData("""{ "requires": { "a": "[0.1,)" } }""", "It requires itself")]
    [InlineData("""{ "name": null }""", "name")]
    public void A_wrong_manifest_stops_its_module_and_says_why(string manifest, string reason)
    {
        Write("a", manifest);
        Write("good", "{}");

        var found = new PluginFolder(plugins.FullName).Find();

        Assert.Equal(["good"], ModuleResolver.Resolve(found).Select(module => module.Id));
        Assert.Contains(reason, found.Single(module => module.Id != "good").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_manifest_or_with_one_that_is_not_JSON_is_told()
    {
        plugins.CreateSubdirectory("empty");
        File.WriteAllText(Path.Combine(plugins.CreateSubdirectory("text").FullName, "module.json"), "id: text");
        File.WriteAllText(Path.Combine(plugins.CreateSubdirectory("huge").FullName, "module.json"), new string(' ', 300 * 1024));

        Assert.Equal("module.json is missing.", Failure("empty"));
        Assert.StartsWith("module.json: 'i' is an invalid start", Failure("text"), StringComparison.Ordinal);
        Assert.Equal("module.json is larger than 256 KB.", Failure("huge"));
    }

    [Fact]
    public void Of_two_folders_with_one_id_neither_runs()
    {
        Write("one", """{ "id": "twin" }""");
        Write("two", """{ "id": "twin" }""");

        var found = new PluginFolder(plugins.FullName).Find();

        Assert.Empty(ModuleResolver.Resolve(found));
        Assert.All(found, module => Assert.Equal("Several folders hold a module 'twin': one, two.", module.Reason));
    }

    [Fact]
    public void Two_modules_on_one_place_name_each_other()
    {
        Write("a", """{ "places": ["/berita"] }""");
        Write("b", """{ "places": ["/berita"] }""");

        Assert.Empty(Resolve());
        Assert.Equal("The place /berita is also claimed by 'b'.", Failure("a"));
    }

    [Fact]
    public void A_folder_that_brings_the_contract_itself_is_refused()
    {
        Write("a", "{}");
        File.WriteAllText(Path.Combine(plugins.FullName, "a", "SmartKampung.Sdk.dll"), "");

        Assert.Equal("It ships SmartKampung.Sdk.dll, which the host provides.", Failure("a"));
    }

    [Fact]
    public void What_requires_each_other_in_a_circle_does_not_run()
    {
        Write("a", """{ "requires": { "b": "[0.1,)" } }""");
        Write("b", """{ "requires": { "a": "[0.1,)" } }""");

        Assert.Empty(Resolve());
    }

    IReadOnlyList<Module> Resolve() => ModuleResolver.Resolve(new PluginFolder(plugins.FullName).Find());

    string? Failure(string folder)
    {
        var found = new PluginFolder(plugins.FullName).Find();
        ModuleResolver.Resolve(found);
        return found.Single(module => Path.GetFileName(module.Folder) == folder).Reason;
    }

    void Write(string folder, string differences)
    {
        var path = plugins.CreateSubdirectory(folder).FullName;
        File.WriteAllText(Path.Combine(path, "module.json"), Merged(folder, differences));
        File.WriteAllText(Path.Combine(path, "Module.dll"), "");
    }

    static string Merged(string id, string differences)
    {
        var manifest = System.Text.Json.Nodes.JsonNode.Parse($$"""
            {
              "id": "{{id}}", "name": { "id": "Nama", "en": "Name" }, "description": { "id": "Guna", "en": "Use" },
              "version": "0.1.0", "sdk": "[0.1,0.2)", "assembly": "Module.dll"
            }
            """)!.AsObject();
        foreach (var (key, value) in System.Text.Json.Nodes.JsonNode.Parse(differences)!.AsObject().ToList()) manifest[key] = value?.DeepClone();
        return manifest.ToJsonString();
    }
}

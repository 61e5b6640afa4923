using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Host.Modules;

/// <summary>A plugin folder of a test's own, filled from what was built.</summary>
sealed class PluginFolders : IDisposable
{
    readonly TemporaryFolder folder = new();

    public string FullName => folder.FullName;

    public static string Fixtures => Repository.Path("artifacts", "fixtures");

    public string Combine(params string[] parts) => folder.Combine(parts);

    public void Dispose() => folder.Dispose();

    public PluginFolders AddNews() => Add(Path.Combine(Repository.Plugins, "news"), "news");

    public PluginFolders AddResidents() => Add(Path.Combine(Repository.Plugins, "residents"), "residents");

    public PluginFolders AddLetters() => Add(Path.Combine(Repository.Plugins, "letters"), "letters");

    public PluginFolders AddGuestbook(Action<JsonObject>? change = null) => Add(Path.Combine(Repository.Examples, "guestbook"), "guestbook", change);

    public PluginFolders AddFixture(string name) => Add(Path.Combine(Fixtures, name), name);

    /// <summary>The specimen, told how to behave.</summary>
    public PluginFolders AddSpecimen(string behaviour = "", string version = "", Action<JsonObject>? change = null, string name = "specimen")
    {
        Add(Path.Combine(Fixtures, "specimen"), name, change);
        Write(behaviour, name, "behaviour");
        return Write(version, name, "version");
    }

    public PluginFolders Add(string from, string name, Action<JsonObject>? change = null)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Combine(name, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        return change is null ? this : Change(name, change);
    }

    public PluginFolders Write(string text, params string[] file)
    {
        File.WriteAllText(Combine(file), text);
        return this;
    }

    /// <summary>A specimen among others: with an id and a place of its own, the name of its folder.</summary>
    public PluginFolders AddOneOfMany(string name, string behaviour = "", Action<JsonObject>? change = null)
    {
        AddSpecimen(behaviour, name: name, change: manifest =>
        {
            (manifest["id"], manifest["places"]) = (name, new JsonArray("/" + name));
            change?.Invoke(manifest);
        });
        return Write(name, name, "place");
    }

    public PluginFolders Remove(string name)
    {
        Directory.Delete(Combine(name), recursive: true);
        return this;
    }

    PluginFolders Change(string name, Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Combine(name, "module.json")))!.AsObject();
        change(manifest);
        return Write(manifest.ToJsonString(), name, "module.json");
    }
}

using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Host.Modules;

/// <summary>One host whose plugin folder holds a module for each way to be broken, and some that are not.</summary>
public sealed class BrokenModules : IAsyncLifetime
{
    readonly PluginFolders plugins = new();

    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        AddGood();
        AddWithWrongManifest();
        AddWithWrongAssembly();
        AddThatFailInTheirCode();
        AddThatDoNotFitTogether();
        Host = await TestHost.StartAsync(plugins.FullName);
        foreach (var module in (string[])["guestbook", "older-library", "newer-library"])
            (await Host.Administrator.PutAsync($"/api/villages/{TestHost.DemoCode}/modules/{module}", null)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        plugins.Dispose();
    }

    void AddGood()
    {
        var library = Path.Combine(PluginFolders.Fixtures, "older-library");
        plugins.AddGuestbook().Add(library, "older-library").Add(library, "newer-library", manifest => (manifest["id"], manifest["places"]) = ("newer-library", new JsonArray("/pustaka-baru")));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "LiteDB.dll"), plugins.Combine("newer-library", "LiteDB.dll"), overwrite: true);
    }

    void AddWithWrongManifest()
    {
        plugins.AddOneOfMany("no-manifest");
        File.Delete(plugins.Combine("no-manifest", "module.json"));
        plugins.AddOneOfMany("no-json").Write("id: no-json", "no-json", "module.json");
        plugins.AddOneOfMany("huge").Write(new string(' ', 300 * 1024), "huge", "module.json");
        plugins.AddOneOfMany("wrong-types", change: manifest => manifest["places"] = "/berita");
        plugins.AddOneOfMany("unknown-key", change: manifest => manifest["colour"] = "red");
        plugins.AddOneOfMany("climbing", change: manifest => manifest["id"] = "../climbing");
        plugins.AddOneOfMany("named-as-a-page", change: manifest => manifest["id"] = "peluncuran");
        plugins.AddOneOfMany("no-assembly", change: manifest => manifest["assembly"] = "Missing.dll");
        plugins.AddOneOfMany("linked");
        Directory.CreateSymbolicLink(plugins.Combine("linked", "again"), plugins.Combine("linked"));
        AddWithoutFiles();
        plugins.AddOneOfMany("newer-sdk", change: manifest => manifest["sdk"] = "[9.0,)");
        plugins.AddOneOfMany("older-sdk", change: manifest => manifest["sdk"] = "[0.0.1,0.0.2]");
    }

    void AddWithoutFiles()
    {
        plugins.AddOneOfMany("piped").AddOneOfMany("piped-manifest");
        File.Delete(plugins.Combine("piped-manifest", "module.json"));
        using var pipes = Process.Start("mkfifo", [plugins.Combine("piped", "pipe"), plugins.Combine("piped-manifest", "module.json")]);
        pipes.WaitForExit();
    }

    void AddWithWrongAssembly()
    {
        plugins.AddOneOfMany("text-assembly").Write("no assembly", "text-assembly", "Specimen.dll");
        plugins.AddOneOfMany("native-assembly");
        File.Copy(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so"), plugins.Combine("native-assembly", "Specimen.dll"), overwrite: true);
        plugins.AddOneOfMany("newer-framework");
        ReferToFramework(99, plugins.Combine("newer-framework", "Specimen.dll"));
        plugins.AddOneOfMany("no-module", change: manifest => manifest["assembly"] = "LiteDB.dll");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "LiteDB.dll"), plugins.Combine("no-module", "LiteDB.dll"));
        plugins.Add(Path.Combine(PluginFolders.Fixtures, "two-modules"), "two-modules");
        plugins.AddOneOfMany("ships-sdk").Write("", "ships-sdk", "SmartKampung.Sdk.dll");
    }

    void AddThatFailInTheirCode()
    {
        foreach (var behaviour in (string[])["constructor throws", "services throw", "services can't be built", "documents can't be stored", "route without rule", "route with two rules", "regency for anyone"])
            plugins.AddOneOfMany(behaviour.Replace("'", "", StringComparison.Ordinal).Replace(' ', '-'), behaviour);
        plugins.AddOneOfMany("wrong-template").Write("<p>\n{{ if greeting }}\n", "wrong-template", "templates", "shown.html");
        plugins.AddOneOfMany("wrong-texts").Write("""{ "title": 1 }""", "wrong-texts", "texts.json");
        Directory.CreateDirectory(plugins.Combine("wrong-texts", "locales"));
        File.Move(plugins.Combine("wrong-texts", "texts.json"), plugins.Combine("wrong-texts", "locales", "id.json"));
    }

    void AddThatDoNotFitTogether()
    {
        plugins.AddOneOfMany("requires-missing", change: manifest => manifest["requires"] = new JsonObject { ["missing"] = "[1.0,)" });
        plugins.AddOneOfMany("requires-newer", change: manifest => manifest["requires"] = new JsonObject { ["guestbook"] = "[9.0,)" });
        plugins.AddOneOfMany("requires-broken", change: manifest => manifest["requires"] = new JsonObject { ["services-throw"] = "[0.1,)" });
        plugins.AddOneOfMany("circle-a", change: manifest => manifest["requires"] = new JsonObject { ["circle-b"] = "[0.1,)" });
        plugins.AddOneOfMany("circle-b", change: manifest => manifest["requires"] = new JsonObject { ["circle-a"] = "[0.1,)" });
        plugins.AddOneOfMany("twin").AddOneOfMany("twin-too", change: manifest => manifest["id"] = "twin");
        plugins.AddOneOfMany("place-a", change: manifest => manifest["places"] = new JsonArray("/tempat"));
        plugins.AddOneOfMany("place-b", change: manifest => manifest["places"] = new JsonArray("/tempat"));
    }

    /// <summary>Makes an assembly as one that was built for another version of .NET.</summary>
    static void ReferToFramework(ushort version, string file)
    {
        var image = File.ReadAllBytes(file);
        using var portable = new PEReader(new MemoryStream(image));
        var metadata = portable.GetMetadataReader();
        var start = portable.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef);
        var size = metadata.GetTableRowSize(TableIndex.AssemblyRef);
        foreach (var reference in metadata.AssemblyReferences)
            if (metadata.GetString(metadata.GetAssemblyReference(reference).Name).StartsWith("System.Runtime", StringComparison.Ordinal))
                BitConverter.TryWriteBytes(image.AsSpan(start + size * (MetadataTokens.GetRowNumber(reference) - 1)), version);
        File.WriteAllBytes(file, image);
    }
}

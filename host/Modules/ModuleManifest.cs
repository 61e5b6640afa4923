using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NuGet.Versioning;

namespace SmartKampung.Host.Modules;

/// <summary>What module.json tells before any code of the module runs.</summary>
sealed partial record ModuleManifest
{
    const int LargestFile = 256 * 1024;

    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowTrailingCommas = false,
    };

    public required string Id { get; init; }
    public required ManifestText Name { get; init; }
    public required ManifestText Description { get; init; }
    public required string Version { get; init; }
    public required string Sdk { get; init; }
    public required string Assembly { get; init; }
    public Dictionary<string, string> Requires { get; init; } = [];
    public List<string> Places { get; init; } = [];
    public List<string> SharedServices { get; init; } = [];
    public Dictionary<string, Dictionary<string, string>> Texts { get; init; } = [];
    public string Author { get; init; } = "";
    public string Licence { get; init; } = "";

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <exception cref="ModuleException">The file is missing, not JSON, or says something that can't be.</exception>
    public static ModuleManifest Read(string folder)
    {
        var file = Path.Combine(folder, "module.json");
        if (!File.Exists(file)) throw new ModuleException("module.json is missing.");
        if (!RegularFile.Is(file)) throw new ModuleException("module.json is not a file.");
        if (new FileInfo(file).Length > LargestFile) throw new ModuleException($"module.json is larger than {LargestFile / 1024} KB.");
        var manifest = Parse(file);
        manifest.Check(folder);
        return manifest;
    }

    static ModuleManifest Parse(string file)
    {
        try
        {
            using var json = File.OpenRead(file);
            return JsonSerializer.Deserialize<ModuleManifest>(json, Strict) ?? throw new ModuleException("module.json is empty.");
        }
        catch (JsonException wrong)
        {
            throw new ModuleException($"module.json: {wrong.Message}", wrong);
        }
    }

    void Check(string folder)
    {
        if (!IdPattern().IsMatch(Id)) throw new ModuleException($"module.json: the id '{Id}' must be lower-case letters, digits and hyphens.");
        if (ConsolePlaces.Contains(Id)) throw new ModuleException($"module.json: the id '{Id}' is the name of a page of the console, where the module's own pages would stand.");
        if (!NuGetVersion.TryParse(Version, out _)) throw new ModuleException($"module.json: the version '{Version}' is not a version.");
        CheckRange("sdk", Sdk);
        foreach (var (id, range) in Requires) CheckRange($"requires.{id}", range);
        foreach (var place in Places.Where(place => !PlacePattern().IsMatch(place)))
            throw new ModuleException($"module.json: the place '{place}' must be a slash and one segment, such as /berita.");
        if (Path.GetFileName(Assembly) != Assembly) throw new ModuleException($"module.json: the assembly '{Assembly}' must be a file in the module's folder.");
        foreach (var shared in SharedServices.Where(shared => Path.GetFileName(shared) != shared || !File.Exists(Path.Combine(folder, shared))))
            throw new ModuleException($"module.json: the assembly '{shared}' of its shared services is not in the module's folder.");
        if (!File.Exists(Path.Combine(folder, Assembly))) throw new ModuleException($"The entry assembly {Assembly} is missing.");
    }

    static void CheckRange(string key, string range)
    {
        if (!VersionRange.TryParse(range, out _)) throw new ModuleException($"module.json: {key} '{range}' is not a version range such as [0.1,0.2).");
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^/[a-z0-9][a-z0-9.-]*$")]
    private static partial Regex PlacePattern();
}

sealed record ManifestText(string Id, string En);

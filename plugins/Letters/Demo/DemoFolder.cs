using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartKampung.Letters.Demo;

/// <summary>The files that come with the module for a demo village.</summary>
static class DemoFolder
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static async Task<IReadOnlyList<T>> ReadAsync<T>(string file, CancellationToken stop)
    {
        await using var content = File.OpenRead(PathOf(file));
        return await JsonSerializer.DeserializeAsync<List<T>>(content, Json, stop) ?? [];
    }

    public static Task<byte[]> ReadBytesAsync(string file, CancellationToken stop) => File.ReadAllBytesAsync(PathOf(file), stop);

    static string PathOf(string file) => Path.Combine(Path.GetDirectoryName(typeof(DemoFolder).Assembly.Location)!, "demo", file);
}

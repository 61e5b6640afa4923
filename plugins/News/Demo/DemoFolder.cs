using System.Text.Json;

namespace SmartKampung.News.Demo;

/// <summary>The files that come with the module for a demo village.</summary>
static class DemoFolder
{
    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task<IReadOnlyList<T>> ReadAsync<T>(string file, CancellationToken stop)
    {
        await using var content = Open(file);
        return await JsonSerializer.DeserializeAsync<List<T>>(content, Json, stop) ?? [];
    }

    public static FileStream Open(string file) =>
        File.OpenRead(Path.Combine(Path.GetDirectoryName(typeof(DemoFolder).Assembly.Location)!, "demo", file));
}

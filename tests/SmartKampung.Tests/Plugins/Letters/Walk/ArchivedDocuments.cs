using System.IO.Compression;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Plugins.Letters.Walk;

/// <summary>All documents of a village's modules, as its archive holds them.</summary>
static class ArchivedDocuments
{
    /// <returns>Each document by its type.</returns>
    public static async Task<ILookup<string, JsonObject>> ReadAsync(HttpClient administrator, string village)
    {
        var archive = await administrator.GetByteArrayAsync($"/api/villages/{village}/documents", TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(new MemoryStream(archive));
        var documents = new List<(string Type, JsonObject Document)>();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".jsonl", StringComparison.Ordinal)))
        {
            using var lines = new StreamReader(entry.Open());
            while (lines.ReadLine() is { } line) documents.Add((Path.GetFileNameWithoutExtension(entry.FullName), JsonNode.Parse(line)!.AsObject()));
        }

        return documents.ToLookup(one => one.Type, one => one.Document);
    }
}

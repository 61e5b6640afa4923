using System.IO.Compression;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

/// <summary>All that a village keeps of letters, as its archive shows it: entries, letters, and the PDFs.</summary>
sealed class KeptLetters : IDisposable
{
    readonly ZipArchive zip;

    KeptLetters(Stream archive) => zip = new(archive);

    public IReadOnlyList<JsonObject> Entries => Read("RegisterEntry");

    public IReadOnlyList<JsonObject> Letters => Read("Letter");

    public IReadOnlyList<JsonObject> Requests => Read("LetterRequest");

    public static async Task<KeptLetters> ReadAsync(HttpClient administrator, string village = TestHost.DemoCode) =>
        new(new MemoryStream(await administrator.GetByteArrayAsync($"/api/villages/{village}/documents", TestContext.Current.CancellationToken)));

    public byte[] Pdf(JsonObject letter)
    {
        using var file = zip.GetEntry($"private/letters/{(string)letter["File"]!}")!.Open();
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Each register's numbers in a period are 1, 2, 3 … without double and without gap, and each letter stands under the number that it bears.</summary>
    public void ExpectSoundBook() => ExpectSound(Entries, Letters);

    public static void ExpectSound(IReadOnlyList<JsonObject> entries, IReadOnlyList<JsonObject> letters)
    {
        var known = letters.ToDictionary(letter => (string)letter["Id"]!);
        Assert.All(entries.GroupBy(entry => ((string)entry["Register"]!, (int)entry["Period"]!)), register =>
            Assert.Equal(Enumerable.Range(1, register.Count()), register.Select(entry => (int)entry["Sequence"]!).Order()));
        var taken = entries.Where(entry => (string)entry["Kind"]! == "Letter").ToList();
        Assert.Equal(known.Count, taken.Select(entry => (string)entry["Letter"]!).Distinct().Count());
        Assert.All(taken, entry => Assert.Contains((string)entry["Number"]!, (string[])[(string)known[(string)entry["Letter"]!]["Number"]!, (string)known[(string)entry["Letter"]!]["DistrictNumber"]!]));
        Assert.Equal(letters.Count, letters.Select(letter => (string)letter["Request"]!).Distinct().Count());
    }

    public void Dispose() => zip.Dispose();

    List<JsonObject> Read(string type)
    {
        if (zip.GetEntry($"documents/letters/{type}.jsonl") is not { } entry) return [];
        using var lines = new StreamReader(entry.Open());
        var read = new List<JsonObject>();
        while (lines.ReadLine() is { } line) read.Add(JsonNode.Parse(line)!.AsObject());
        return read;
    }
}

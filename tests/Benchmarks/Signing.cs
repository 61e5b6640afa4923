using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartKampung.Sdk;

namespace SmartKampung.Benchmarks;

/// <summary>The head of a village signs all that waits, as the page offers it: numbers, papers, signatures and what is saved, until the last one can be downloaded.</summary>
static partial class Signing
{
    const int AtOnce = 50;
    const string Village = "/api/villages/35.10.24.2008";
    const string Page = "/tamansari-licin/kelola/letters/tanda-tangan";

    public static async Task<IReadOnlyList<Row>> MeasureAsync(string published)
    {
        using var data = new TemporaryFolder();
        await PrepareAsync(published, data.FullName);
        await using var host = await HostProcess.StartAsync(data.FullName, published, null, "--demo");
        using var administrator = await host.AdministratorAsync();
        foreach (var module in (string[])["residents", "letters"]) (await administrator.PutAsync($"{Village}/modules/{module}", null)).EnsureSuccessStatusCode();
        await BringAsync(administrator, [.. Enumerable.Range(0, 2 * AtOnce).Select(Asked)]);
        using var head = await Staff.SignInAsync(host, "kades@demo.example");
        return [await SignAsync(head, "the first 50 after a start"), await SignAsync(head, "the next 50")];
    }

    /// <summary>A demo village whose letters are those from here alone.</summary>
    static async Task PrepareAsync(string published, string data)
    {
        using var news = new PluginFolders().AddNews();
        await using var host = await HostProcess.StartAsync(data, published, news.FullName);
        await host.StopAsync();
    }

    static async Task<Row> SignAsync(HttpClient head, string what)
    {
        var offered = Offered().Matches(await head.GetStringAsync(Page)).Select(box => KeyValuePair.Create("letters", box.Groups[1].Value)).ToArray();
        var started = Stopwatch.GetTimestamp();
        var run = await Staff.SendAsync(head, Page, Page, offered);
        var seen = new HashSet<string>();
        var page = "";
        do
        {
            page = await head.GetStringAsync(run);
            seen.Add(Progress().Match(page).Groups[1].Value);
            await Task.Delay(100);
        }
        while (page.Contains("data-refresh=\"1\"", StringComparison.Ordinal));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new(what, $"{seconds:0.0} s, {Signed().Count(page)} of {offered.Length} signed", $"under 15 s; progress seen {seen.Count} times");
    }

    static JsonObject Asked(int number)
    {
        var resident = Guid.CreateVersion7();
        return new()
        {
            ["Id"] = Guid.CreateVersion7(),
            ["Version"] = 1,
            ["Type"] = new JsonObject
            {
                ["Slug"] = "domisili",
                ["Name"] = new JsonObject { ["Indonesian"] = "Surat keterangan domisili", ["English"] = "" },
                ["Body"] = File.ReadAllText(Repository.Path("plugins", "Letters", "catalogue", "domisili.html")),
                ["Steps"] = new JsonArray(new JsonObject { ["Kind"] = "Sign", ["Role"] = Roles.Head, ["DueHours"] = 8 }),
                ["Classifications"] = new JsonArray(new JsonObject { ["Code"] = "470" }),
                ["ValidDays"] = 180,
                ["IsOffered"] = true,
                ["RetainYears"] = 5,
            },
            ["Subject"] = new JsonObject
            {
                ["Id"] = resident, ["Name"] = $"Siti Aminah {number}", ["Nik"] = "9999994101900001", ["BirthPlace"] = "Banyuwangi", ["BirthDate"] = "1990-01-01",
                ["Occupation"] = "Wiraswasta", ["Religion"] = "Islam", ["Address"] = "Jalan Kenanga 7",
            },
            ["Resident"] = resident,
            ["AskedBy"] = resident,
            ["State"] = "Waiting",
            ["WaitsFor"] = Roles.Head,
            ["BegunAt"] = "2026-01-05T01:00:00+00:00",
            ["AskedAt"] = new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero).AddMinutes(number).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            ["ChangedAt"] = "2026-01-05T01:00:00+00:00",
            ["Token"] = Guid.NewGuid(),
        };
    }

    /// <summary>As an archive of another installation comes.</summary>
    static async Task BringAsync(HttpClient administrator, IReadOnlyList<JsonObject> requests)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "documents/letters/LetterRequest.jsonl", string.Concat(requests.Select(request => request.ToJsonString() + "\n")));
            Write(zip, "manifest.json", new JsonObject
            {
                ["format"] = 2,
                ["writtenAt"] = "2026-01-05T01:00:00+00:00",
                ["village"] = new JsonObject { ["code"] = "35.10.24.2008", ["name"] = "Tamansari" },
                ["documents"] = new JsonArray(new JsonObject { ["module"] = "letters", ["moduleVersion"] = "0.1.0", ["type"] = "LetterRequest", ["schema"] = 1, ["count"] = requests.Count }),
                ["files"] = 0,
            }.ToJsonString());
        }

        using var content = new ByteArrayContent(archive.ToArray());
        content.Headers.ContentType = new("application/zip");
        using var answer = await administrator.PostAsync($"{Village}/documents", content);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open());
        entry.Write(text);
    }

    [GeneratedRegex("name=\"letters\" value=\"([^\"]+)\"")]
    private static partial Regex Offered();

    [GeneratedRegex("<progress[^>]* value=\"([0-9]+)\"")]
    private static partial Regex Progress();

    [GeneratedRegex("class=\"badge ok\"")]
    private static partial Regex Signed();
}

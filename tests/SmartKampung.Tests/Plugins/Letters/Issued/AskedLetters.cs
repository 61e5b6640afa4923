using System.IO.Compression;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

/// <summary>Requests that wait for a signature, brought into a village the way an archive comes: many at once, and no page has to be filled in.</summary>
static class AskedLetters
{
    const string Waiting = "Waiting";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static JsonObject Type(string slug = "domisili", string classification = "470", bool needsWetInk = false, string body = "", params (string Kind, string Role)[] steps) => new()
    {
        ["Slug"] = slug,
        ["Name"] = new JsonObject { ["Indonesian"] = $"Surat Keterangan {slug}", ["English"] = "" },
        ["Body"] = body.Length > 0 ? body : "<p>Yang bertanda tangan di bawah ini {{ signer.office }} menerangkan bahwa {{ subject.name }}, {{ subject.nik }}, benar warga kami.</p>",
        ["Steps"] = new JsonArray([.. (steps.Length > 0 ? steps : [("Sign", Roles.Head)]).Select(step => new JsonObject { ["Kind"] = step.Kind, ["Role"] = step.Role, ["DueHours"] = 24 })]),
        ["Classifications"] = new JsonArray(new JsonObject { ["Code"] = classification }),
        ["NeedsWetInk"] = needsWetInk,
        ["ValidDays"] = 180,
        ["IsOffered"] = true,
        ["RetainYears"] = 5,
    };

    public static JsonObject Request(JsonObject type, string name = "Siti Aminah", int minute = 0, Guid? corrects = null, Guid? resident = null) => Request(type, name, minute, corrects, resident ?? Guid.CreateVersion7());

    static JsonObject Request(JsonObject type, string name, int minute, Guid? corrects, Guid resident) => new()
    {
        ["Id"] = Guid.CreateVersion7(),
        ["Version"] = 1,
        ["Type"] = type.DeepClone(),
        ["Subject"] = new JsonObject { ["Id"] = resident, ["Name"] = name, ["Nik"] = "9999994101900001", ["BirthPlace"] = "Banyuwangi" },
        ["Resident"] = resident,
        ["AskedBy"] = resident,
        ["State"] = Waiting,
        ["Step"] = 0,
        ["WaitsFor"] = (string)type["Steps"]![0]!["Role"]!,
        ["BegunAt"] = "2026-11-23T01:00:00+00:00",
        ["AskedAt"] = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero).AddMinutes(minute).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
        ["ChangedAt"] = "2026-11-23T01:00:00+00:00",
        ["Corrects"] = corrects,
        ["Token"] = Guid.NewGuid(),
    };

    public static Task BringAsync(HttpClient administrator, IReadOnlyList<JsonObject> requests, string village = TestHost.DemoCode) => BringAsync(administrator, "LetterRequest", requests, village);

    /// <summary>Documents of a type, as an archive holds them.</summary>
    public static async Task BringAsync(HttpClient administrator, string type, IReadOnlyList<JsonObject> documents, string village = TestHost.DemoCode)
    {
        using var archive = new MemoryStream();
        await using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WriteAsync(zip, $"documents/letters/{type}.jsonl", string.Concat(documents.Select(document => document.ToJsonString() + "\n")));
            await WriteAsync(zip, "manifest.json", Manifest(type, documents.Count, village).ToJsonString());
        }

        using var content = new ByteArrayContent(archive.ToArray());
        content.Headers.ContentType = new("application/zip");
        using var answer = await administrator.PostAsync($"/api/villages/{village}/documents", content, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    static JsonObject Manifest(string type, int count, string village) => new()
    {
        ["format"] = 2,
        ["writtenAt"] = "2026-11-23T01:00:00+00:00",
        ["village"] = new JsonObject { ["code"] = village, ["name"] = "Tamansari" },
        ["documents"] = new JsonArray(new JsonObject { ["module"] = "letters", ["moduleVersion"] = "0.1.0", ["type"] = type, ["schema"] = 1, ["count"] = count }),
        ["files"] = 0,
    };

    static async Task WriteAsync(ZipArchive zip, string name, string text)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(Stop);
        await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), Stop);
    }
}

using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Host.Archives;

/// <summary>Archives that nobody exported.</summary>
public sealed class HostileArchiveTests(TestHost host) : IClassFixture<TestHost>
{
    const string Village = "/api/villages/35.10.01.2001";
    const string Type = """{"module":"news","moduleVersion":"0.1.0","type":"Announcement","schema":1,"count":1}""";
    const string Row = """{"Id":"0199a5b4-0000-7000-8000-000000000001","Version":1,"Title":"Air mati","Text":"Besok","From":"2026-01-01","Until":"2026-01-02"}""";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("null")]
    [InlineData(Type + "," + Type)]
    [InlineData("""{"module":"news","moduleVersion":null,"type":"Announcement","schema":-5,"count":1}""")]
    [InlineData("""{"module":"news","moduleVersion":null,"type":"Announcement","schema":1,"count":-1}""")]
    [InlineData("""{"module":null,"moduleVersion":null,"type":"Announcement","schema":1,"count":1}""")]
    public async Task A_manifest_that_describes_no_types_or_one_twice_is_refused_before_anything_is_read(string types)
    {
        var answer = await ImportAsync(types, "documents/news/Announcement.jsonl", Row);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Berkas ini bukan arsip dokumen.", (string)answer.Body["title"]!);
        Assert.Equal(HttpStatusCode.OK, (await host.Administrator.GetAsync($"{Village}/documents", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_line_that_is_longer_than_any_document_is_told_without_being_read_to_its_end()
    {
        var answer = await ImportAsync(Type, "documents/news/Announcement.jsonl", new string('a', 20_000_000));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Baris ini terlalu panjang.", (string)answer.Body["errors"]![0]!["detail"]!);
    }

    [Fact]
    public async Task Rows_beyond_those_that_the_manifest_tells_of_are_not_read()
    {
        var answer = await ImportAsync(Type, "documents/news/Announcement.jsonl", string.Concat(Enumerable.Repeat("{}\n", 1_000_000)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(2, answer.Body["errors"]!.AsArray().Count);
    }

    async Task<(HttpStatusCode Status, JsonNode Body)> ImportAsync(string types, string entry, string text)
    {
        using var content = new ByteArrayContent(Archive(types, entry, text)) { Headers = { ContentType = new("application/zip") } };
        using var answer = await host.Administrator.PostAsync($"{Village}/documents", content, Stop);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!);
    }

    static byte[] Archive(string types, string entry, string text)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "manifest.json", $$"""{"format":1,"writtenAt":"2026-01-01T00:00:00Z","village":{"code":"35.10.24.2008","name":"Tamansari"},"documents":[{{types}}],"files":0}""");
            Write(zip, entry, text);
        }

        return archive.ToArray();
    }

    static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open());
        entry.Write(text);
    }
}

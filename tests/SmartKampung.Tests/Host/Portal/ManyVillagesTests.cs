using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Portal;

/// <summary>A portal over the whole country: here one village of each of its 7,285 districts.</summary>
public sealed class ManyVillagesTests(ManyVillagesTests.Country country) : IClassFixture<ManyVillagesTests.Country>
{
    const int LargestPage = 14 * 1024;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "href=\"/wilayah/35\"")]
    [InlineData("/en", "href=\"/en/wilayah/94\"")]
    [InlineData("/wilayah/35", "href=\"/wilayah/35.15\"")]
    [InlineData("/wilayah/35.15", "href=\"/kecamatan/35.15.01\"")]
    [InlineData("/kecamatan/35.15.01", "Kabupaten Sidoarjo")]
    [InlineData("/desa", "href=\"/desa?halaman=2\"")]
    [InlineData("/desa?cari=sukamaju", "Kabupaten ")]
    [InlineData("/peta", "<svg")]
    public async Task The_portals_pages_lead_on_and_stay_light(string address, string holds)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await country.Host.Anonymous.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var packed = await answer.Content.ReadAsByteArrayAsync(Stop);
        if (address != "/peta") Assert.InRange(packed.Length, 1, LargestPage);
        await using var page = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        Assert.Contains(holds, await new StreamReader(page).ReadToEndAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/wilayah/99")]
    [InlineData("/wilayah/x")]
    [InlineData("/wilayah/35.99")]
    public async Task An_area_without_villages_has_no_page(string address)
    {
        using var answer = await country.Host.Anonymous.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_village_is_on_one_of_the_pages_of_the_list()
    {
        var codes = new HashSet<string>();
        for (var (page, last) = (1, 1); page <= last; page++)
        {
            var found = await country.Host.Anonymous.GetFromJsonAsync<JsonElement>(new Uri($"/api/villages?page={page}", UriKind.Relative), Stop);
            last = found.GetProperty("lastPage").GetInt32();
            codes.UnionWith(found.GetProperty("villages").EnumerateArray().Select(village => village.GetProperty("code").GetString() ?? ""));
            Assert.Equal(country.Count, found.GetProperty("total").GetInt32());
        }

        Assert.Equal(country.Count, codes.Count);
    }

    [Fact]
    public async Task Import_is_told_many_villages_at_a_time_and_each_of_them_once()
    {
        var entries = await country.Host.Services.GetRequiredService<AuditLog>().OfInstallationAsync(new(), 0, 100, Stop);
        var told = entries.SelectMany(entry => entry.Documents).ToList();

        Assert.Equal(country.Count - 217, told.Count);
        Assert.Equal(told.Count, told.Select(document => document.Id).Distinct().Count());
        Assert.Equal((told.Count + 499) / 500, entries.Count);
        Assert.Empty((await country.Host.Services.GetRequiredService<VerifyAudit>().RunAsync(Partition.Installation, Stop)).Faults);
    }

    public sealed class Country : IAsyncLifetime
    {
        public TestHost Host { get; } = new();

        public int Count { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await Host.InitializeAsync();
            using var content = new StringContent(await FileAsync(), new MediaTypeHeaderValue("text/csv"));
            using var answer = await Host.Administrator.PostAsync(new Uri("/api/villages/import", UriKind.Relative), content);
            var imported = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Count = imported.GetProperty("added").GetInt32() + 217;
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();

        /// <summary>The first village of each district.</summary>
        static async Task<string> FileAsync()
        {
            await using var file = new GZipStream(File.OpenRead(Repository.Path("tests", "Fixtures", "villages-national.csv.gz")), CompressionMode.Decompress);
            var lines = (await new StreamReader(file).ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return string.Join('\n', lines.Skip(1).DistinctBy(line => line[..8]).Prepend(lines[0]));
        }
    }
}

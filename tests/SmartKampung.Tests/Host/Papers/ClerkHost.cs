using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SmartKampung.Host.Home;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Papers;

/// <summary>A host with a module that makes papers, on in the demo village.</summary>
public sealed class ClerkHost : IAsyncLifetime
{
    public const string Village = "/api/villages/" + TestHost.DemoCode;
    public const string Clerk = Village + "/clerk";

    readonly PluginFolders plugins = new PluginFolders().AddFixture("clerk");

    public TestHost Host { get; private set; } = null!;

    public static JsonObject Letter => new()
    {
        ["name"] = "membuka rekening bank",
        ["rows"] = new JsonArray([.. new[] { ("Nama", "Siti Aminah"), ("NIK", "9999990101900001"), ("Tempat, tanggal lahir", "Banyuwangi, 1 Januari 1990"), ("Agama", "Islam"), ("Pekerjaan", "Petani kopi"), ("Alamat", "Dusun Krajan RT 02 RW 01, Desa Tamansari, Kecamatan Licin") }
            .Select(row => new JsonObject { ["label"] = row.Item1, ["value"] = row.Item2 })]),
        ["pictures"] = new JsonObject { ["emblem.svg"] = Base64(Emblem()), ["qr.svg"] = Base64(QrCode.Svg("https://desa.example/tamansari-licin")) },
    };

    public ValueTask InitializeAsync() => InitializeAsync("--Papers:Seconds=10");

    public async ValueTask InitializeAsync(params string[] options)
    {
        Host = await TestHost.StartAsync(plugins.FullName, options);
        (await Host.Administrator.PutAsync(Village + "/modules/clerk", null)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        plugins.Dispose();
    }

    public Task<HttpResponseMessage> PostAsync(string path, JsonObject body) =>
        Host.Administrator.PostAsJsonAsync(Clerk + path, body, TestContext.Current.CancellationToken);

    public async Task<byte[]> MakeAsync(JsonObject order)
    {
        using var answer = await PostAsync("/papers", order);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What is told instead of a paper.</summary>
    public async Task<JsonObject> RefusedAsync(JsonObject order, HttpStatusCode status = HttpStatusCode.UnprocessableEntity, string path = "/papers")
    {
        using var answer = await PostAsync(path, order);
        Assert.Equal(status, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
    }

    static string Emblem() => File.ReadAllText(Repository.Path("host", "Villages", "Demo", "img", "emblem-tamansari.svg"));

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

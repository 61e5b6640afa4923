using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Papers;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

/// <summary>A host with letters on in the demo village, and those who sign them.</summary>
sealed class SigningHost : IAsyncDisposable
{
    public const string Village = $"/{TestHost.DemoSlug}";
    public const string Signing = $"{Village}/kelola/letters/tanda-tangan";
    public const string Api = $"/api/villages/{TestHost.DemoCode}";

    /// <summary>With the modules on and the authority made, which takes its time.</summary>
    static readonly UsedFolder Used = new(new() { Plugins = Repository.Plugins, Used = UsedFolder.OfNews }, async host =>
    {
        await SwitchOnAsync(host.Administrator);
        SharedPapers.MakeAuthority(host);
    });

    SigningHost(TestHost host) => Host = host;

    public TestHost Host { get; }

    public StaffBrowser Head { get; private set; } = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<SigningHost> StartAsync(params JsonObject[] requests) => StartAsync([], requests);

    public static async Task<SigningHost> StartAsync(string[] options, JsonObject[] requests)
    {
        var host = new SigningHost(Prepare(options));
        await host.Host.InitializeAsync();
        if (requests.Length > 0) await AskedLetters.BringAsync(host.Host.Administrator, requests);
        host.Head = await StaffBrowser.SignInAsync(host.Host, Roles.Head, name: "Rizal Sahputra");
        return host;
    }

    /// <summary>A host whose demo village has no letters yet.</summary>
    public static TestHost Prepare(params string[] options) => new()
    {
        Plugins = Repository.Plugins,
        Used = Used,
        Options = options,
    };

    public static async Task SwitchOnAsync(HttpClient administrator)
    {
        foreach (var module in (string[])["residents", "letters"])
        {
            using var answer = await administrator.PutAsync($"{Api}/modules/{module}", null, Stop);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        }
    }

    /// <summary>The private files of letters on the disk.</summary>
    public IReadOnlyList<string> PrivateFiles =>
        Directory.Exists(Path.Combine(Host.DataFolder, "private")) ? [.. Directory.GetFiles(Path.Combine(Host.DataFolder, "private"), "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "letters")] : [];

    public async ValueTask DisposeAsync()
    {
        Head.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Signs all that the signer's page offers, and ends once the run is over.</summary>
    /// <returns>The page of the run.</returns>
    public async Task<IDocument> SignAllAsync(StaffBrowser signer, params (string Name, string Value)[] fields) => await SignAsync(signer, [.. await OfferedAsync(signer)], fields);

    public async Task<IDocument> SignAsync(StaffBrowser signer, string[] letters, params (string Name, string Value)[] fields)
    {
        using var answer = await signer.PostAsync(Signing, Signing, [.. letters.Select(id => ("letters", id)), .. fields]);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Stop));
        await Host.CatchUpAsync();
        return await signer.OpenAsync(answer.Headers.Location!.ToString());
    }

    public static async Task<string[]> OfferedAsync(StaffBrowser signer) =>
        [.. (await signer.OpenAsync(Signing)).QuerySelectorAll("main input[name=letters]").Select(box => box.GetAttribute("value")!)];

    public Task<KeptLetters> KeptAsync() => KeptLetters.ReadAsync(Host.Administrator);
}

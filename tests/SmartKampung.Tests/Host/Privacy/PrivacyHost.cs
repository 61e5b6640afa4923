using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Accounts;
using SmartKampung.Tests.Host.Background;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Privacy;

/// <summary>A host with a module that keeps papers about people, on in two villages.</summary>
public sealed class PrivacyHost : IAsyncLifetime
{
    readonly LedgerHost ledger = new();
    int papers;

    public TestHost Host => ledger.Host;

    internal static string Village => LedgerHost.Village;

    internal static string Neighbour => LedgerHost.Neighbour;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ledger.InitializeAsync(Visitor.Proxied);

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    internal VillageEntry Entry(string village) => Host.Services.GetRequiredService<VillageRegistry>().FindByCode(village.Split('/')[^1])!;

    internal Scope ScopeOf(string village) => Scope.Village(Entry(village).Id);

    internal Task<StaffBrowser> SignInAsync(string role, string village, string name = "Dewi Lestari") => StaffBrowser.SignInAsync(Host, role, ScopeOf(village), name: name);

    /// <summary>Has the desk keep a paper about somebody.</summary>
    internal async Task FileAsync(Guid account, string name, string village)
    {
        using var answer = await Host.Administrator.PostAsync(new Uri($"{village}/desk/papers/{1000 + Interlocked.Increment(ref papers)}/{account}?name={Uri.EscapeDataString(name)}", UriKind.Relative), null, Stop);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The names on all papers of a village.</summary>
    internal async Task<IReadOnlyList<string>> NamesAsync(string village) =>
        (await Host.Administrator.GetFromJsonAsync<List<string>>(new Uri($"{village}/desk/papers/names", UriKind.Relative), Stop))!;
}

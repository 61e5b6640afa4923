using System.Net.Http.Json;

namespace SmartKampung.Tests.Host.Papers;

/// <summary>The clerk's host, where the regency set that letters are signed by BSrE.</summary>
public sealed class BsreHost : IAsyncLifetime
{
    public ClerkHost Clerk { get; } = new();

    public FakeBsre Bsre { get; private set; } = null!;

    public byte[] Letter { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Bsre = await FakeBsre.StartAsync();
        await Clerk.InitializeAsync("--Papers:SigningSeconds=2");
        (await Clerk.Host.Administrator.PutAsJsonAsync("/api/regency/settings/signing", Settings(Bsre.Address))).EnsureSuccessStatusCode();
        Letter = await Clerk.MakeAsync(ClerkHost.Letter);
    }

    public async ValueTask DisposeAsync()
    {
        await Clerk.DisposeAsync();
        await Bsre.DisposeAsync();
    }

    public static object Settings(string address) => new { signingWay = "certified", bsreAddress = address, bsreUser = "desa", bsrePassword = "rahasia" };
}

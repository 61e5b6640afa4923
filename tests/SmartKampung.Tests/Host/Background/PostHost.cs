using System.Globalization;

namespace SmartKampung.Tests.Host.Background;

/// <summary>A host whose modules write letters, which go to a real SMTP server on this machine, for the tests of a class.</summary>
public sealed class PostHost : IAsyncLifetime
{
    static int residents;

    internal MailServer Mail { get; } = new();

    public LedgerHost Ledger { get; } = new();

    /// <summary>An address that nobody has written to.</summary>
    public static string NewAddress() => "warga" + Interlocked.Increment(ref residents).ToString("0000", CultureInfo.InvariantCulture) + "@contoh.id";

    public async ValueTask InitializeAsync()
    {
        await Mail.StartAsync();
        await Ledger.InitializeAsync("--Smtp:Host=127.0.0.1", $"--Smtp:Port={Mail.Port}", "--Smtp:From=surat@banyuwangi.example");
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await Mail.DisposeAsync();
    }
}

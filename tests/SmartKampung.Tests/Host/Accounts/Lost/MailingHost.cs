using System.Globalization;
using SmartKampung.Tests.Host.Background;

namespace SmartKampung.Tests.Host.Accounts.Lost;

/// <summary>A host that sends its e-mail to a real SMTP server on this machine, for the tests of a class.</summary>
public sealed class MailingHost : IAsyncLifetime
{
    static int logins;

    internal MailServer Mail { get; } = new();

    public TestHost Host { get; private set; } = new();

    /// <summary>An address that nobody has signed in with or written to.</summary>
    public static string NewLogin() => "ayu" + Interlocked.Increment(ref logins).ToString("0000", CultureInfo.InvariantCulture) + "@contoh.id";

    public async ValueTask InitializeAsync()
    {
        await Mail.StartAsync();
        Host = await TestHost.StartAsync(null, Visitor.Proxied, "--Smtp:Host=127.0.0.1", $"--Smtp:Port={Mail.Port}", "--Smtp:From=desa@banyuwangi.example", "--Smtp:Security=None");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Mail.DisposeAsync();
    }
}

using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Residents;

/// <summary>A host whose demo village keeps a register, with an operator and the head of an RT.</summary>
public sealed class RegisterDesk : IAsyncLifetime
{
    public const string Console = $"/{TestHost.DemoSlug}/kelola/residents";

    public TestHost Host { get; } = new() { Plugins = Repository.Plugins };

    internal StaffBrowser Operator { get; private set; } = null!;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        using var on = await Host.Administrator.PutAsync(new Uri($"/api/villages/{TestHost.DemoCode}/modules/residents", UriKind.Relative), null, Stop);
        Assert.True(on.IsSuccessStatusCode, await on.Content.ReadAsStringAsync(Stop));
        Operator = await StaffBrowser.SignInAsync(Host, Roles.Operator);
    }

    /// <summary>Another operator from another address, for whom writes a lot.</summary>
    internal async Task ChangeOperatorAsync()
    {
        Operator.Dispose();
        Operator = await StaffBrowser.SignInAsync(Host, Roles.Operator);
    }

    public async ValueTask DisposeAsync()
    {
        Operator.Dispose();
        await Host.DisposeAsync();
    }
}

namespace SmartKampung.Tests.Host.Storage.LiteDb;

/// <summary>Holds up whoever comes to it until it is opened.</summary>
sealed class Turnstile : IDisposable
{
    readonly SemaphoreSlim reached = new(0);
    readonly ManualResetEventSlim open = new();

    public void Pass()
    {
        reached.Release();
        open.Wait();
    }

    /// <summary>Ends once somebody has come.</summary>
    public async Task ReachedAsync() => Assert.True(await reached.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

    public void Open() => open.Set();

    public void Dispose()
    {
        reached.Dispose();
        open.Dispose();
    }
}

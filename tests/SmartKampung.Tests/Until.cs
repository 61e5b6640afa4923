namespace SmartKampung.Tests;

/// <summary>Waits for what shows by looking, until the test's own time is over.</summary>
static class Until
{
    public static Task IsSoAsync(Func<bool> look) => IsSoAsync(() => Task.FromResult(look()));

    public static async Task IsSoAsync(Func<Task<bool>> look)
    {
        while (!await look())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

namespace SmartKampung.Host.Modules;

/// <summary>
/// Tells when no request is left that began before some moment, and so none that may still come upon what was taken away then.
/// </summary>
sealed class RequestGenerations
{
    Task earlier = Task.CompletedTask;
    volatile CallGate current = new();

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var generation = current;
        generation.TryEnter(int.MaxValue);
        try
        {
            await next(context);
        }
        finally
        {
            generation.Leave();
        }
    }

    /// <summary>Begins a new generation; done when all requests of earlier ones have ended. Called by one at a time.</summary>
    public Task AdvanceAsync()
    {
        var before = current;
        current = new CallGate();
        return earlier = Task.WhenAll(earlier, before.WhenEmptyAsync());
    }
}

using Microsoft.Extensions.Options;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>
/// Calls modules within limits: so many at once, so long each. A call that does not come back is given up; it keeps its place until it
/// does, so that a module can only lose as many as it may have.
/// </summary>
sealed partial class ModuleLimits(IOptions<ModuleLimitOptions> options, ModuleMetrics metrics, ModuleTimes times, TimeProvider clock, ILogger<ModuleLimits> log)
{
    ModuleLimitOptions Limits => options.Value;

    /// <summary>Runs a job, an event handler or the like.</summary>
    /// <param name="capsule">The module that it belongs to.</param>
    /// <param name="work">Enters the capsule and calls it. Its token is cancelled when the time is over or <paramref name="stop"/> is.</param>
    /// <param name="stop">Asks the work to end; it is waited for all the same, up to its time.</param>
    /// <param name="time">How long it may take; the option WorkSeconds unless told.</param>
    /// <exception cref="ModuleBusyException">It was not called; come again later.</exception>
    /// <exception cref="ModuleOverdueException">It did not come back in its time.</exception>
    public Task RunAsync(Capsule capsule, Func<CancellationToken, Task> work, CancellationToken stop, TimeSpan? time = null) =>
        CallAsync(Enter(capsule, capsule.Background, Limits.WorkAtOnce), work, time ?? Seconds(Limits.WorkSeconds), null, stop);

    /// <summary>Runs what a module adds to a page.</summary>
    /// <inheritdoc cref="RunAsync" />
    public async Task<T> RunPartAsync<T>(Capsule capsule, Func<CancellationToken, Task<T>> work, CancellationToken stop)
    {
        var result = default(T)!;
        await CallAsync(Enter(capsule, capsule.Requests, Limits.RequestsAtOnce), async token => result = await work(token), Seconds(Limits.PartSeconds), null, stop);
        return result;
    }

    /// <summary>Runs a handler of a request. An answer that has begun may take longer, since slow is mostly the reader's line.</summary>
    /// <inheritdoc cref="RunAsync" />
    public async Task AnswerAsync(Capsule capsule, HttpContext context, Func<CancellationToken, Task> work)
    {
        var (village, began) = (PresentVillage.Of(context)?.Id, TimeProvider.System.GetTimestamp());
        await CallAsync(Enter(capsule, capsule.Requests, Limits.RequestsAtOnce), work, Seconds(Limits.RequestSeconds), context.Response, context.RequestAborted);
        if (village is { } id) times.Note(id, capsule.Id, TimeProvider.System.GetElapsedTime(began));
    }

    static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    ModuleCall Enter(Capsule capsule, CallGate gate, int limit)
    {
        if (!gate.TryEnter(limit))
        {
            metrics.Refuse(capsule.Id);
            throw new ModuleBusyException(capsule.Id);
        }

        var call = new ModuleCall(capsule.Id, gate, TimeProvider.System.GetTimestamp());
        metrics.Add(call);
        return call;
    }

    /// <summary>On a thread of its own choosing, so that a call which blocks can be given up.</summary>
    async Task CallAsync(ModuleCall call, Func<CancellationToken, Task> work, TimeSpan time, HttpResponse? answer, CancellationToken stop)
    {
        var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = RunToEndAsync(call, work, ending);
        if (await IsDoneAsync(running, time) || (answer is { HasStarted: true } && await IsDoneAsync(running, Seconds(Limits.DownloadSeconds))))
        {
            await running;
            return;
        }

        metrics.Lose(call);
        LogOverdue(log, call.Module, time.TotalSeconds);
        _ = CancelAsync(call, ending);
        throw new ModuleOverdueException(call.Module, time);
    }

    async Task RunToEndAsync(ModuleCall call, Func<CancellationToken, Task> work, CancellationTokenSource ending)
    {
        try
        {
            await Task.Run(() => work(ending.Token), CancellationToken.None);
        }
        catch (Exception failure) when (call.IsLost)
        {
            LogLateFailure(log, failure, call.Module);
        }
        finally
        {
            metrics.Remove(call);
            call.Gate.Leave();
            ending.Dispose();
        }
    }

    /// <summary>What it threw is seen by who awaits it.</summary>
    async Task<bool> IsDoneAsync(Task running, TimeSpan time)
    {
        await running.WaitAsync(time, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return running.IsCompleted;
    }

    async Task CancelAsync(ModuleCall call, CancellationTokenSource ending)
    {
        try
        {
            await ending.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It came back in this very moment.
        }
        catch (AggregateException failure)
        {
            LogLateFailure(log, failure, call.Module);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} did not come back within {Seconds} s; the call is lost and keeps its place until it ends")]
    static partial void LogOverdue(ILogger log, string module, double seconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A lost call into module {Module} ended with an exception")]
    static partial void LogLateFailure(ILogger log, Exception failure, string module);
}

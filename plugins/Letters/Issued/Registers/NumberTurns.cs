using System.Collections.Concurrent;

namespace SmartKampung.Letters.Issued.Registers;

/// <summary>
/// Lines up those who sign into the same register on this host, so that papers are made at the same time and saved one after the other, each with the number
/// that it will really get. Only for speed: what makes numbers right is the version of <see cref="RegisterCounter"/>.
/// </summary>
sealed class NumberTurns
{
    readonly ConcurrentDictionary<(Guid Village, Guid Register), NumberTurn> last = new();

    /// <summary>Takes a place in the line for so many numbers.</summary>
    public NumberTurn Take(Guid village, Guid register, int count)
    {
        var turn = new NumberTurn(count);
        last.AddOrUpdate((village, register), _ => turn.After(null), (_, before) => turn.After(before));
        return turn;
    }
}

/// <summary>A place in the line; it is left by disposing of it.</summary>
sealed class NumberTurn(int count) : IDisposable
{
    readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    NumberTurn? before;

    /// <summary>How many numbers those before are about to take.</summary>
    public int Ahead => before is { IsOver: false } waiting ? waiting.Ahead + waiting.Count : 0;

    int Count { get; } = count;

    bool IsOver => over.Task.IsCompleted;

    public NumberTurn After(NumberTurn? earlier)
    {
        before = earlier is { IsOver: false } ? earlier : null;
        return this;
    }

    /// <summary>Waits until those before have saved, or failed.</summary>
    public async Task BeginAsync(CancellationToken stop)
    {
        if (before is { } waiting) await waiting.over.Task.WaitAsync(stop);
        before = null;
    }

    public void Dispose() => over.TrySetResult();
}

using System.Collections.Concurrent;

namespace SmartKampung.Host.Media;

/// <summary>
/// One at a time in a village: who keeps a file until a document names it, and who drops files that none names. The same content is the same
/// file, so that what one drops another may just have kept.
/// </summary>
sealed class FileTurns
{
    readonly ConcurrentDictionary<Guid, SemaphoreSlim> turns = new();

    int waiting;

    /// <summary>How many wait for a turn.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Ends when it is the caller's turn, which lasts until it is disposed.</summary>
    public async Task<IDisposable> TakeAsync(Guid village, CancellationToken stop)
    {
        var turn = turns.GetOrAdd(village, _ => new(1));
        Interlocked.Increment(ref waiting);
        try
        {
            await turn.WaitAsync(stop);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        return new Turn(turn);
    }

    sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

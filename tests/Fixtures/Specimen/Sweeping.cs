namespace Specimen;

/// <summary>What one run of a job leaves behind.</summary>
public sealed record Sweep : Document
{
    public required string Job { get; init; }
}

/// <summary>Stores and leaves the saving to the host, so that each turn has its effect once.</summary>
abstract class Sweeping(IDocumentSession session) : IJob
{
    public Task RunAsync(CancellationToken stop)
    {
        session.Store(new Sweep { Job = GetType().Name });
        return Task.CompletedTask;
    }
}

sealed class SweepHall(IDocumentSession session) : Sweeping(session);

sealed class SweepYard(IDocumentSession session) : Sweeping(session);

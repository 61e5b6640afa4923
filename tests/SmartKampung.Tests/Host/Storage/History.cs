using System.Collections.Concurrent;

namespace SmartKampung.Tests.Host.Storage;

/// <param name="Number">Its own, which it also writes into each document that it stores.</param>
/// <param name="Read">Of each document that it loaded: the version, and the number of who wrote it.</param>
/// <param name="Stored">The documents that it stored, each as the version after the one that it read.</param>
sealed record CommittedSession(int Number, IReadOnlyDictionary<Guid, (int Version, int Writer)> Read, IReadOnlySet<Guid> Stored);

/// <summary>What concurrent sessions read and wrote, and whether they could have done it one after another.</summary>
sealed class History
{
    readonly ConcurrentQueue<CommittedSession> sessions = new();

    public int Count => sessions.Count;

    public void Add(CommittedSession session) => sessions.Enqueue(session);

    /// <summary>Why no order explains it; null where one does.</summary>
    public string? Contradiction()
    {
        var writers = new Dictionary<(Guid, int), CommittedSession>();
        foreach (var session in sessions)
            foreach (var id in session.Stored)
                if (!writers.TryAdd((id, session.Read[id].Version + 1), session)) return $"{id} was written twice from version {session.Read[id].Version}.";

        return sessions.Select(session => Misread(session, writers)).FirstOrDefault(misread => misread is not null) ?? Cycle(writers);
    }

    /// <summary>Each read must have come from the session that wrote that version; the first version is written by none of them.</summary>
    static string? Misread(CommittedSession session, Dictionary<(Guid, int), CommittedSession> writers)
    {
        foreach (var (id, (version, writer)) in session.Read)
            if ((writers.GetValueOrDefault((id, version))?.Number ?? 0) != writer) return $"Session {session.Number} read version {version} of {id} from {writer}, who did not write it.";

        return null;
    }

    /// <summary>Takes sessions away that no other precedes; what can't be taken is a circle.</summary>
    string? Cycle(Dictionary<(Guid, int), CommittedSession> writers)
    {
        var left = sessions.ToDictionary(session => session.Number, session => Preceding(session, writers));
        while (left.Where(session => !session.Value.Overlaps(left.Keys)).Select(session => session.Key).ToList() is { Count: > 0 } free)
            foreach (var number in free) left.Remove(number);

        return left.Count == 0 ? null : $"Sessions {string.Join(", ", left.Keys)} precede each other.";
    }

    /// <summary>Who wrote what it read, and who read what it overwrote.</summary>
    HashSet<int> Preceding(CommittedSession session, Dictionary<(Guid, int), CommittedSession> writers)
    {
        var readFrom = session.Read.Values.Select(read => read.Writer).Where(writer => writer != 0);
        var overwritten = session.Stored.SelectMany(id => sessions.Where(other => other.Read.TryGetValue(id, out var read) && read.Version == session.Read[id].Version));
        return [.. readFrom, .. overwritten.Select(other => other.Number).Where(number => number != session.Number)];
    }
}

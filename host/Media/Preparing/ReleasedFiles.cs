namespace SmartKampung.Host.Media;

/// <summary>Files that somebody let go of, by village, until they are dropped.</summary>
sealed class ReleasedFiles
{
    readonly Dictionary<Guid, HashSet<string>> waiting = [];

    public void Add(Guid village, IReadOnlyCollection<string> files)
    {
        if (files.Count == 0) return;
        lock (waiting)
        {
            if (!waiting.TryGetValue(village, out var present)) waiting[village] = present = [];
            present.UnionWith(files);
        }
    }

    /// <summary>Hands each file over once; all of them wait again where dropping fails.</summary>
    public async Task DropAsync(Guid village, Func<IReadOnlyCollection<string>, Task> drop)
    {
        if (Take(village) is not { } taken) return;
        try
        {
            await drop(taken);
        }
        catch
        {
            Add(village, taken);
            throw;
        }
    }

    HashSet<string>? Take(Guid village)
    {
        lock (waiting) return waiting.Remove(village, out var taken) ? taken : null;
    }
}

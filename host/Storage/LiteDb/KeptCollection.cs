using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// A small collection in memory while its file is open: read and decoded once it was asked often enough since its last change, and dropped
/// before the next commit that changes it.
/// </summary>
sealed class KeptCollection(DocumentType type, KeptMemory memory)
{
    /// <summary>So that one that changes as often as it is read is not read whole each time.</summary>
    const int WorthKeeping = 8;

    /// <summary>Larger ones are better read by their indexes.</summary>
    const long LargestBytes = 512 * 1024;

    readonly Lock gate = new();
    volatile KeptDocuments? kept;
    volatile bool isTooLarge;
    bool isChanging;
    int asked;
    int changes;

    public long LastUsed { get; private set; }

    /// <summary>The documents as they are now; null where the file has to be asked.</summary>
    public KeptDocuments? Find(OpenDatabase open, string collection)
    {
        LastUsed = Environment.TickCount64;
        if (kept is { } present) return present;
        if (!type.IsImmutable || isTooLarge || Interlocked.Increment(ref asked) != WorthKeeping) return null;
        return Keep(open, collection);
    }

    /// <summary>From here until the change is over, every reader asks the file, so that none sees an older state than another did.</summary>
    public void BeginChange()
    {
        lock (gate) isChanging = true;
        Drop();
    }

    public void EndChange()
    {
        lock (gate) (isChanging, asked, changes) = (false, 0, changes + 1);
    }

    public void Drop()
    {
        lock (gate)
        {
            if (kept is { } dropped) memory.Remove(this, dropped.Bytes);
            kept = null;
            asked = 0;
        }
    }

    KeptDocuments? Keep(OpenDatabase open, string collection)
    {
        var before = Volatile.Read(ref changes);
        if (Read(open, collection) is not { } read) return null;
        lock (gate)
        {
            if (isChanging || changes != before) return null;
            kept = read;
            memory.Add(this, read.Bytes);
        }

        memory.MakeRoom();
        return read;
    }

    KeptDocuments? Read(OpenDatabase open, string collection)
    {
        var documents = new List<Document>();
        var bytes = 0L;
        using var reader = open.Engine.Query(collection, Lookup.Bodies());
        while (reader.Read() && !isTooLarge)
        {
            var body = StoredDocument.Body(reader.Current);
            bytes += body.Length;
            documents.Add(open.Seal.Read(type, body));
            isTooLarge = bytes > LargestBytes;
        }

        return isTooLarge ? null : new(documents, bytes);
    }
}

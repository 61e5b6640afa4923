using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// Seals documents of one file anew, with the hashes they are looked up by. What is done tells itself by its key, so that a run may be
/// stopped at any document and begun again. Versions stay: nothing of what the documents say is changed.
/// </summary>
sealed class Resealing(DatabaseFile file, Writer writer, PartitionSeal seal, Func<StoredType, DocumentType?> find)
{
    const int Batch = 100;

    public async Task<ResealedDocuments> RunAsync(CancellationToken stop)
    {
        var (count, left) = (0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var stored in file.Types())
        {
            var type = find(stored);
            foreach (var batch in Batches(stored, type))
            {
                stop.ThrowIfCancellationRequested();
                if (batch.Count == 0) continue;
                if (type is null) left.Add(stored.Owner);
                else count += await ResealAsync(type, batch, stop);
            }
        }

        return new(count, [.. left]);
    }

    /// <summary>Those of each stretch of the collection that are to be sealed anew.</summary>
    IEnumerable<List<byte[]>> Batches(StoredType stored, DocumentType? type)
    {
        var last = Guid.Empty;
        while (file.After(stored, type, last, Batch) is { Count: > 0 } read)
        {
            last = read[^1].Id;
            yield return [.. read.Select(document => document.Body).Where(body => seal.IsOld(body))];
        }
    }

    async Task<int> ResealAsync(DocumentType type, List<byte[]> batch, CancellationToken stop) =>
        (await Task.WhenAll(batch.Select(body => TryResealAsync(type, seal.Read(type, body), stop)))).Count(isDone => isDone);

    /// <summary>Whoever was faster has sealed it with the present key.</summary>
    async Task<bool> TryResealAsync(DocumentType type, Document document, CancellationToken stop)
    {
        try
        {
            await writer.SaveAsync(new([new(type, ChangeKind.Store, document, document.Version, StoredDocument.Write(type, document, seal))], []), stop);
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }
}

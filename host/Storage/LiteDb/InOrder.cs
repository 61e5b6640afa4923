namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Sequences that are in order each, as one that is: nothing is read before it is asked for.</summary>
static class InOrder
{
    public static IEnumerable<T> Of<T, TKey>(IEnumerable<IEnumerable<T>> sequences, Func<T, TKey> key)
    {
        List<IEnumerator<T>> all = [.. sequences.Select(sequence => sequence.GetEnumerator())];
        try
        {
            var heads = new PriorityQueue<IEnumerator<T>, TKey>(all.Where(sequence => sequence.MoveNext()).Select(sequence => (sequence, key(sequence.Current))));
            while (heads.TryDequeue(out var head, out _))
            {
                yield return head.Current;
                if (head.MoveNext()) heads.Enqueue(head, key(head.Current));
            }
        }
        finally
        {
            foreach (var sequence in all) sequence.Dispose();
        }
    }
}

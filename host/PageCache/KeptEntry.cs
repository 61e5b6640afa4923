namespace SmartKampung.Host.PageCache;

/// <summary>Something that is kept until what it was made from changes, or its minute ends.</summary>
abstract class KeptEntry(PageKey key)
{
    protected const int Overhead = 1024;

    public PageKey Key => key;

    public required DateTimeOffset Expires { get; init; }

    public required IReadOnlyCollection<PageTag> Tags { get; init; }

    /// <summary>What it takes of the memory that pages may take.</summary>
    public abstract int Bytes { get; }

    /// <summary>Whether it was used since the store last looked for what to drop.</summary>
    public bool WasRead { get; set; }

    public LinkedListNode<KeptEntry>? Place { get; set; }

    protected int KeyBytes => 2 * (key.Host.Length + key.Path.Length + key.Query.Length + key.Part.Length);
}

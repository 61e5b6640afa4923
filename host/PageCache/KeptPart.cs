namespace SmartKampung.Host.PageCache;

/// <summary>A part of a page that several makings of the page are made of.</summary>
sealed class KeptPart(PageKey key, object content, int length) : KeptEntry(key)
{
    public object Content => content;

    public override int Bytes => (2 * length) + Overhead + KeyBytes;
}

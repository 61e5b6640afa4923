namespace SmartKampung.Sdk;

/// <summary>
/// What a session stores: a record with init properties that are primitives, string, enum, <see cref="Guid"/>, <see cref="decimal"/>,
/// <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <see cref="DateTimeOffset"/>, <see cref="TimeSpan"/>, nullables of these, nested records,
/// <see cref="List{T}"/> and <see cref="IReadOnlyList{T}"/> of these, or <c>Dictionary&lt;string, string&gt;</c>.
/// What goes in comes out equal. Where all of it is init-only, with no <see cref="List{T}"/> and no dictionary, readers share one object and most
/// queries are answered from memory. A type that cannot be stored is refused when its module is loaded.
/// </summary>
public abstract record Document
{
    /// <summary>Identifies the document in its village; a time-ordered UUID (version 7, RFC 9562) unless one is given.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>
    /// 0 until the document is first saved; each save adds 1. <see cref="IDocumentSession.SaveChangesAsync"/> compares it with the stored one,
    /// so a copy (<c>document with { ... }</c>) carries what it was based on. Not set by modules.
    /// </summary>
    public int Version { get; init; }
}

namespace SmartKampung.Host.Villages;

/// <summary>
/// A village in memory. Entries are never changed: a change of the village or of its profile puts a new entry in the old one's place,
/// so that what was made from the old one is known to be stale.
/// </summary>
sealed class VillageEntry
{
    public VillageEntry(VillageRecord record, TimeZoneInfo timeZone)
    {
        (Record, TimeZone) = (record, timeZone);
        NameKey = Villages.Slug.Of(record.Name) is var key && key == record.Slug ? record.Slug : key;
        Letters = LetterSet.Of(NameKey);
    }

    public VillageRecord Record { get; }

    public TimeZoneInfo TimeZone { get; }

    /// <summary>The name as it would stand in an address; what searches compare.</summary>
    public string NameKey { get; }

    /// <summary>The letters of <see cref="NameKey" />.</summary>
    public LetterSet Letters { get; }

    public Guid Id => Record.Id;

    public string Code => Record.Code;

    public string Name => Record.Name;

    public string Slug => Record.Slug;

    public Area District => Record.District;

    public Area Regency => Record.Regency;

    public bool IsClosed => Record.IsClosed;

    public bool IsReadOnly => Record.IsReadOnly;

    public bool HasCode(ReadOnlySpan<char> code)
    {
        if (code.SequenceEqual(Code)) return true;
        foreach (var earlier in Record.EarlierCodes)
            if (code.SequenceEqual(earlier.Code)) return true;
        return false;
    }

    /// <summary>An entry that is equal but newer, for when the profile changed.</summary>
    public VillageEntry Renewed() => new(Record, TimeZone);
}

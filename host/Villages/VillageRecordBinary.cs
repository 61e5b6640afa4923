namespace SmartKampung.Host.Villages;

/// <summary>Writes villages one after another in few bytes; what many have in common stands once.</summary>
sealed class VillageRecordWriter(BinaryWriter to)
{
    readonly Dictionary<string, int> words = new(StringComparer.Ordinal);

    public void Write(VillageRecord village)
    {
        to.Write(village.Id.ToByteArray());
        to.Write7BitEncodedInt(village.Version);
        to.Write(village.Code);
        to.Write(village.Name);
        to.Write(village.Slug);
        to.Write((byte)village.Kind);
        to.Write(village.IsClosed);
        to.Write(village.IsReadOnly);
        to.Write(village.IsRehearsal);
        Write(village.District);
        Write(village.Regency);
        WriteWord(village.PostalCode);
        WriteWord(village.TimeZone);
        Write(village.Location);
        Write(village.Successor);
        Write(village.Origin);
        WriteAll(village.EarlierCodes, Write);
        WriteAll(village.Aliases, to.Write);
        WriteAll(village.HostNames, to.Write);
    }

    void Write(Area area)
    {
        WriteWord(area.Code);
        WriteWord(area.Name);
    }

    /// <summary>A word that was written before is its number; a new one is the next number and itself.</summary>
    void WriteWord(string word)
    {
        var isNew = words.TryAdd(word, words.Count);
        to.Write7BitEncodedInt(words[word]);
        if (isNew) to.Write(word);
    }

    void Write(Location? location)
    {
        to.Write(location is not null);
        if (location is null) return;
        to.Write(location.Latitude);
        to.Write(location.Longitude);
    }

    void Write(Relation? relation)
    {
        to.Write(relation is not null);
        if (relation is null) return;
        to.Write(relation.Village.ToByteArray());
        to.Write(relation.From.DayNumber);
    }

    void Write(EarlierCode earlier)
    {
        to.Write(earlier.Code);
        to.Write(earlier.Until.DayNumber);
    }

    void WriteAll<T>(IReadOnlyList<T> items, Action<T> write)
    {
        to.Write7BitEncodedInt(items.Count);
        foreach (var item in items) write(item);
    }
}

/// <summary>Reads villages as <see cref="VillageRecordWriter" /> wrote them.</summary>
sealed class VillageRecordReader(BinaryReader from)
{
    readonly List<string> words = [];

    public VillageRecord Read() => new()
    {
        Id = ReadId(),
        Version = from.Read7BitEncodedInt(),
        Code = from.ReadString(),
        Name = from.ReadString(),
        Slug = from.ReadString(),
        Kind = (VillageKind)from.ReadByte(),
        IsClosed = from.ReadBoolean(),
        IsReadOnly = from.ReadBoolean(),
        IsRehearsal = from.ReadBoolean(),
        District = new(ReadWord(), ReadWord()),
        Regency = new(ReadWord(), ReadWord()),
        PostalCode = ReadWord(),
        TimeZone = ReadWord(),
        Location = from.ReadBoolean() ? new(from.ReadDouble(), from.ReadDouble()) : null,
        Successor = ReadRelation(),
        Origin = ReadRelation(),
        EarlierCodes = ReadAll(() => new EarlierCode(from.ReadString(), ReadDay())),
        Aliases = ReadAll(from.ReadString),
        HostNames = ReadAll(from.ReadString),
    };

    Guid ReadId()
    {
        Span<byte> bytes = stackalloc byte[16];
        from.ReadExactly(bytes);
        return new(bytes);
    }

    string ReadWord()
    {
        var number = from.Read7BitEncodedInt();
        if (number == words.Count) words.Add(from.ReadString());
        return words[number];
    }

    Relation? ReadRelation() => from.ReadBoolean() ? new(ReadId(), ReadDay()) : null;

    DateOnly ReadDay() => DateOnly.FromDayNumber(from.ReadInt32());

    T[] ReadAll<T>(Func<T> read)
    {
        var count = from.Read7BitEncodedInt();
        if (count == 0) return [];
        var items = new T[count];
        for (var i = 0; i < count; i++) items[i] = read();
        return items;
    }
}

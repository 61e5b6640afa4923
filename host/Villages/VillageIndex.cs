using System.Diagnostics.CodeAnalysis;

namespace SmartKampung.Host.Villages;

/// <summary>All villages as they are at one moment, found by everything that names them. Never changed once made.</summary>
sealed class VillageIndex
{
    readonly Dictionary<Guid, VillageEntry> byId;
    readonly Dictionary<string, Resolution> bySegment;
    readonly Dictionary<string, Resolution>.AlternateLookup<ReadOnlySpan<char>> segments;
    readonly Dictionary<string, VillageEntry> byHostName = new(StringComparer.OrdinalIgnoreCase);
    readonly ILookup<string, VillageEntry> byDistrict;

    public VillageIndex(IEnumerable<VillageEntry> entries)
    {
        All = [.. entries];
        if (!IsSorted(All)) Array.Sort(All, ByCode);
        Open = [.. All.Where(entry => !entry.IsClosed)];
        byId = All.ToDictionary(entry => entry.Id);
        bySegment = new(All.Length * 2, StringComparer.OrdinalIgnoreCase);
        segments = bySegment.GetAlternateLookup<ReadOnlySpan<char>>();
        byDistrict = Open.ToLookup(entry => entry.District.Code, StringComparer.Ordinal);
        Districts = [.. byDistrict.Select(district => new DistrictCount(district.First().District, district.First().Regency, district.Count()))];
        Regencies = [.. Districts.GroupBy(district => district.Regency.Code).Select(regency => new RegencyCount(regency.First().Regency, regency.Sum(district => district.Villages)))];
        Desa = Open.Count(entry => entry.Record.Kind == VillageKind.Desa);
        AddNames();
    }

    public static VillageIndex Empty { get; } = new([]);

    /// <summary>All villages, closed ones too, by code.</summary>
    public VillageEntry[] All { get; }

    /// <summary>The villages that have a site, by code.</summary>
    public VillageEntry[] Open { get; }

    /// <summary>The districts that have villages, by code.</summary>
    public IReadOnlyList<DistrictCount> Districts { get; }

    /// <summary>The regencies that have villages, by code.</summary>
    public IReadOnlyList<RegencyCount> Regencies { get; }

    /// <summary>How many of the open villages are desa; the others are kelurahan.</summary>
    public int Desa { get; }

    public VillageEntry? Find(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>The village that a first segment of an address means: its slug, or an earlier slug or a code, which redirect to it.</summary>
    public bool TryResolve(ReadOnlySpan<char> segment, [MaybeNullWhen(false)] out Resolution resolution)
    {
        if (!segments.TryGetValue(segment, out resolution)) return false;
        if (resolution.Village.IsClosed) resolution = new(PresentOf(resolution.Village), MustRedirect: true);
        return !resolution.Village.IsClosed;
    }

    /// <summary>The village itself, or the one that it became part of in the end.</summary>
    public VillageEntry PresentOf(VillageEntry village)
    {
        while (village.IsClosed && village.Record.Successor is { } successor && Find(successor.Village) is { } next) village = next;
        return village;
    }

    /// <summary>The village with this slug, earlier slug, code or earlier code, closed or not.</summary>
    public VillageEntry? OwnerOf(string segment) => bySegment.TryGetValue(segment, out var resolution) ? resolution.Village : null;

    /// <summary>The village that has this code or had it earlier, closed or not.</summary>
    public VillageEntry? FindByCode(string code) => OwnerOf(code) is { } entry && entry.HasCode(code) ? entry : null;

    public VillageEntry? FindByHostName(string hostName) => byHostName.GetValueOrDefault(hostName) is { IsClosed: false } village ? village : null;

    /// <summary>The village that the one with this host name became part of.</summary>
    public VillageEntry? FindSuccessorByHostName(string hostName) =>
        byHostName.GetValueOrDefault(hostName) is { IsClosed: true } gone && PresentOf(gone) is { IsClosed: false } present ? present : null;

    public IEnumerable<VillageEntry> InDistrict(string code) => byDistrict[code];

    /// <summary>The district of this code, where a village lies in it.</summary>
    public Area? FindDistrict(string code) => byDistrict[code].FirstOrDefault()?.District;

    /// <summary>The regency of this code, where a village lies in it.</summary>
    public Area? FindRegency(string code) => Regencies.FirstOrDefault(known => known.Regency.Code == code)?.Regency;

    /// <summary>The index after villages were added or replaced.</summary>
    public VillageIndex With(IReadOnlyCollection<VillageEntry> changed)
    {
        var byNewId = changed.ToDictionary(entry => entry.Id);
        return new(All.Select(entry => byNewId.Remove(entry.Id, out var next) ? next : entry).ToArray().Concat(byNewId.Values));
    }

    static int ByCode(VillageEntry a, VillageEntry b) => string.CompareOrdinal(a.Code, b.Code);

    static bool IsSorted(VillageEntry[] entries)
    {
        for (var i = 1; i < entries.Length; i++)
            if (ByCode(entries[i - 1], entries[i]) > 0) return false;
        return true;
    }

    void AddNames()
    {
        foreach (var entry in All) bySegment.TryAdd(entry.Slug, new(entry, MustRedirect: false));
        foreach (var entry in All) bySegment.TryAdd(entry.Code, new(entry, MustRedirect: true));
        foreach (var entry in All)
        {
            foreach (var earlier in entry.Record.EarlierCodes) bySegment.TryAdd(earlier.Code, new(entry, MustRedirect: true));
            foreach (var alias in entry.Record.Aliases) bySegment.TryAdd(alias, new(entry, MustRedirect: true));
            foreach (var hostName in entry.Record.HostNames) AddHostName(hostName, entry);
        }
    }

    /// <summary>A village that is open goes before one that is closed.</summary>
    void AddHostName(string hostName, VillageEntry entry)
    {
        if (!byHostName.TryAdd(hostName, entry) && !entry.IsClosed && byHostName[hostName].IsClosed) byHostName[hostName] = entry;
    }
}

/// <summary>The village that an address means, and whether the address is one of its earlier ones.</summary>
readonly record struct Resolution(VillageEntry Village, bool MustRedirect);

/// <summary>A district and how many villages it has.</summary>
sealed record DistrictCount(Area District, Area Regency, int Villages);

/// <summary>A regency and how many villages it has.</summary>
sealed record RegencyCount(Area Regency, int Villages);

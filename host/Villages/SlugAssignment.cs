namespace SmartKampung.Host.Villages;

/// <summary>
/// Gives new villages their slugs: the name; where two share one, the name with the district, then with the regency too, then the code.
/// Slugs that were given stay: of villages that share a name, only the new ones get the longer form.
/// </summary>
sealed class SlugAssignment(VillageIndex existing, ReservedSegments reserved)
{
    const int CodeLevel = 3;

    /// <summary>The records with their slugs; those of the same id in the index are regarded as gone.</summary>
    public IReadOnlyList<VillageRecord> Assign(IReadOnlyList<VillageRecord> villages)
    {
        var own = villages.Select(village => village.Id).ToHashSet();
        var levels = new int[villages.Count];
        var beginnings = Beginnings(villages);
        var others = existing.All.Where(entry => beginnings.Contains(entry.NameKey) && !own.Contains(entry.Id)).ToArray();
        var shared = Enumerable.Range(0, CodeLevel)
            .Select(level => others.Select(entry => At(level, entry.Record)).ToHashSet(StringComparer.Ordinal)).ToArray();
        while (Raise(villages, levels, shared, own)) { }
        return [.. villages.Select((village, i) => village with { Slug = At(levels[i], village) })];
    }

    /// <summary>What a village's name must be for its slug, however long, to be one that these villages may get; of most there is no need to make them.</summary>
    static HashSet<string> Beginnings(IReadOnlyList<VillageRecord> villages)
    {
        var beginnings = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var slug in villages.SelectMany(village => Enumerable.Range(0, CodeLevel).Select(level => At(level, village))))
        {
            beginnings.Add(slug);
            for (var end = slug.IndexOf('-', StringComparison.Ordinal); end >= 0; end = slug.IndexOf('-', end + 1)) beginnings.Add(slug[..end]);
        }

        return beginnings;
    }

    bool Raise(IReadOnlyList<VillageRecord> villages, int[] levels, HashSet<string>[] shared, HashSet<Guid> own)
    {
        var slugs = villages.Select((village, i) => At(levels[i], village)).ToArray();
        var counts = slugs.CountBy(slug => slug, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var raised = false;
        for (var i = 0; i < slugs.Length; i++)
        {
            if (levels[i] == CodeLevel || !(counts[slugs[i]] > 1 || shared[levels[i]].Contains(slugs[i]) || IsTaken(slugs[i], own))) continue;
            levels[i]++;
            raised = true;
        }

        return raised;
    }

    bool IsTaken(string slug, HashSet<Guid> own) =>
        slug.Length == 0 || reserved.Contains(slug) || (existing.OwnerOf(slug) is { } owner && !own.Contains(owner.Id));

    static string At(int level, VillageRecord village) => level switch
    {
        0 => Slug.Of(village.Name),
        1 => Slug.Of($"{village.Name} {village.District.Name}"),
        2 => Slug.Of($"{village.Name} {village.District.Name} {ShortName(village.Regency)}"),
        _ => village.Code,
    };

    static string ShortName(Area regency) =>
        regency.Name.StartsWith("Kabupaten ", StringComparison.OrdinalIgnoreCase) ? regency.Name["Kabupaten ".Length..] : regency.Name;
}

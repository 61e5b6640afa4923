namespace SmartKampung.Host.Villages;

/// <summary>The villages that someone may have meant who typed an address that does not exist.</summary>
static class NearestNames
{
    const int Prefix = 1;
    const int Substring = 2;
    const int ShortestSubstring = 3;

    /// <summary>The nearest villages, best first; none where nothing comes close.</summary>
    public static IReadOnlyList<VillageEntry> NearestTo(this VillageIndex villages, string text, int count = 6)
    {
        var key = Slug.Of(text.Length > EditDistance.MaxLength ? text[..EditDistance.MaxLength] : text);
        if (key.Length == 0) return [];
        var letters = LetterSet.Of(key);
        var best = new PriorityQueue<VillageEntry, (int Rank, int Order)>(count + 1);
        for (var i = 0; i < villages.Open.Length; i++)
        {
            if (Rank(key, letters, villages.Open[i]) is not { } rank) continue;
            best.Enqueue(villages.Open[i], (-rank, -i));
            if (best.Count > count) best.Dequeue();
        }

        var nearest = new VillageEntry[best.Count];
        for (var i = nearest.Length - 1; i >= 0; i--) nearest[i] = best.Dequeue();
        return nearest;
    }

    static int? Rank(string key, LetterSet letters, VillageEntry entry)
    {
        if (key == entry.NameKey) return 0;
        if (key.Length >= ShortestSubstring && entry.Slug.StartsWith(key, StringComparison.Ordinal)) return Prefix;
        if (key.Length >= ShortestSubstring && Contain(key, entry)) return Substring;
        var limit = 1 + (key.Length / 4);
        var distance = letters.DistanceAtLeast(entry.Letters) > limit ? limit + 1 : EditDistance.Within(limit, key, entry.NameKey);
        if (!ReferenceEquals(entry.NameKey, entry.Slug)) distance = Math.Min(distance, EditDistance.Within(limit, key, entry.Slug));
        return distance <= limit ? distance : null;
    }

    static bool Contain(string key, VillageEntry entry) =>
        entry.Slug.Contains(key, StringComparison.Ordinal)
        || (entry.NameKey.Length > ShortestSubstring && key.Contains(entry.NameKey, StringComparison.Ordinal));
}

using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>What a query says of the parts of the village, such as the limits of the reader's role; the keys of terms tell whether a document meets it.</summary>
sealed class PlaceFilter
{
    readonly IReadOnlyList<Choice> choices;

    PlaceFilter(IReadOnlyList<Choice> choices) => this.choices = choices;

    /// <summary>What the keys decide; the rest is asked of the documents.</summary>
    public IEnumerable<Predicate> Told => choices.SelectMany(choice => choice.Told);

    /// <summary>Tells what it holds from what others hold.</summary>
    public string Name => string.Join('&', choices.Select(choice => string.Join('|', choice.OneOf.Select(part => part.Name))));

    /// <summary>Ranges of places, each of which holds all that the query wants, and perhaps more.</summary>
    public IEnumerable<IReadOnlyList<KeyRange>> Ranges =>
        from choice in choices
        let beginnings = Widest(choice.OneOf.Select(place => place.Beginning))
        where beginnings.TrueForAll(beginning => beginning.Length > 0)
        select (IReadOnlyList<KeyRange>)[.. beginnings.Select(StoredKeys.RangeOfPlace)];

    /// <summary>Null where the query says nothing of them, or the documents' terms do not tell it.</summary>
    public static PlaceFilter? Of(QueryShape query, PartitionSeal seal)
    {
        if (!query.Type.IsFoundByPlace) return null;
        var (path, stored, terms) = (query.Type.Territory!.Name, new StoredKeys(query.Type), QueryPlanner.TermsOf(query).ToList());
        List<Predicate> parts = [.. terms.Where(term => WantedPlace.PartOf(term, path) is not null).DistinctBy(term => WantedPlace.PartOf(term, path)!.Value.Index)];
        var either = terms.OfType<Either>().Select(term => ChoiceOf([.. Branches(term).Select(branch => QueryPlanner.TermsOf(branch).ToList())], [term]));
        List<Choice> choices = [.. either.Prepend(parts.Count > 0 ? ChoiceOf([parts], parts) : null).OfType<Choice>()];
        return choices.Count > 0 ? new(choices) : null;

        Choice? ChoiceOf(IReadOnlyList<List<Predicate>> branches, IReadOnlyList<Predicate> told)
        {
            var places = seal.Keys.SelectMany(key => branches.Select(branch => WantedPlace.Read(branch, path, (part, value) => stored.PartOf(part, value, key)))).ToList();
            return places.Contains(null) ? null : new([.. places.OfType<WantedPlace>()], told);
        }
    }

    public bool Holds(ReadOnlySpan<byte> place)
    {
        foreach (var choice in choices)
            if (!choice.Holds(place)) return false;
        return true;
    }

    static IEnumerable<Predicate> Branches(Predicate term) => term is Either either ? Branches(either.Left).Concat(Branches(either.Right)) : [term];

    /// <summary>None within another, so that no document is found twice.</summary>
    static List<byte[]> Widest(IEnumerable<byte[]> beginnings)
    {
        List<byte[]> widest = [];
        foreach (var beginning in beginnings.OrderBy(beginning => beginning.Length))
            if (!widest.Exists(wider => beginning.AsSpan().StartsWith(wider))) widest.Add(beginning);
        return widest;
    }

    /// <param name="OneOf">Parts of which one is enough.</param>
    /// <param name="Told">What the query said so.</param>
    sealed record Choice(IReadOnlyList<WantedPlace> OneOf, IReadOnlyList<Predicate> Told)
    {
        public bool Holds(ReadOnlySpan<byte> place)
        {
            foreach (var part in OneOf)
                if (part.Holds(place)) return true;
            return false;
        }
    }
}

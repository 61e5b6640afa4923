using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.Queries;

/// <summary>A whole query as an engine gets it.</summary>
sealed record QueryShape(DocumentType Type)
{
    public IReadOnlyList<Predicate> Predicates { get; init; } = [];

    public IReadOnlyList<Ordering> Orderings { get; init; } = [];

    public int Skip { get; init; }

    public int Take { get; init; } = int.MaxValue;

    public bool Matches(object document)
    {
        foreach (var predicate in Predicates)
        {
            if (!predicate.Matches(document)) return false;
        }

        return true;
    }

    /// <summary>The order of the result; what is equal comes in the order of ids.</summary>
    public int Compare(Document left, Document right)
    {
        foreach (var ordering in Orderings)
        {
            var order = Scalar.Compare(ordering.Read(left), ordering.Read(right));
            if (order != 0) return ordering.IsDescending ? -order : order;
        }

        return left.Id.CompareTo(right.Id);
    }
}

sealed record Ordering(PropertyPath Path, Func<object, object?> Read, bool IsDescending);

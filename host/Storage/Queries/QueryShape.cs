using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.Queries;

/// <summary>A whole query as an engine gets it.</summary>
sealed record QueryShape(DocumentType Type)
{
    public IReadOnlyList<Predicate> Predicates { get; init; } = [];

    /// <summary>The words that a document must hold as well, or null. Engines answer it from the terms that they stored.</summary>
    public SearchQuery? Search { get; init; }

    /// <summary>Whether how well a document meets the search comes before the orderings.</summary>
    public bool IsByRelevance { get; init; }

    public IReadOnlyList<Ordering> Orderings { get; init; } = [];

    public int Skip { get; init; }

    public int Take { get; init; } = int.MaxValue;

    /// <summary>All that it finds, in no order.</summary>
    public QueryShape Whole => this with { Skip = 0, Take = int.MaxValue, Orderings = [], IsByRelevance = false };

    /// <summary>Whether it meets the predicates; the search is not among them.</summary>
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

    public int Compare(Found left, Found right)
    {
        if (IsByRelevance && left.Score != right.Score) return right.Score.CompareTo(left.Score);
        return Orderings.Count == 0 ? left.Id.CompareTo(right.Id) : Compare(left.Document!, right.Document!);
    }
}

/// <summary>A document that a search found, and how well it meets the words; it is opened when it is first asked for, and null where it was deleted since.</summary>
sealed class Found(Guid id, int score, Func<Document?> open)
{
    Document? opened;

    public Guid Id => id;

    public int Score => score;

    public Document? Document => opened ??= open();
}

sealed record Ordering(PropertyPath Path, Func<object, object?> Read, bool IsDescending);

using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Keys of one index, both ends within.</summary>
/// <param name="From">The first key.</param>
/// <param name="To">The last key.</param>
/// <param name="IsExact">Whether the documents with these keys are just those that the predicate wants.</param>
/// <param name="IsOfOneEach">Whether each key is of one document alone, so that reading can go on behind a key.</param>
sealed record KeyRange(byte[] From, byte[] To, bool IsExact, bool IsOfOneEach = false)
{
    public bool IsPoint => From.AsSpan().SequenceEqual(To);

    public bool IsEmpty => From.AsSpan().SequenceCompareTo(To) > 0;

    /// <summary>What is left behind a key.</summary>
    public KeyRange Behind(byte[] key) => this with { From = [.. key, 0] };

    public KeyRange Intersect(KeyRange other) => new(
        From.AsSpan().SequenceCompareTo(other.From) >= 0 ? From : other.From,
        To.AsSpan().SequenceCompareTo(other.To) <= 0 ? To : other.To,
        IsExact && other.IsExact);

    /// <summary>The keys that a predicate about the property allows, or null where it says nothing about them.</summary>
    public static IReadOnlyList<KeyRange>? Of(Predicate predicate, string path) => predicate switch
    {
        Compare { Left: PropertyOperand { IsIndexable: true } property, Right: ConstantOperand constant } compare when property.Path.Name == path =>
            OfComparison(compare.Comparison, constant.Value),
        Compare { Left: ConstantOperand constant, Right: PropertyOperand { IsIndexable: true } property } compare when property.Path.Name == path =>
            OfComparison(Turn(compare.Comparison), constant.Value),
        Text { Match: TextMatch.StartsWith } text when text.Property.Path.Name == path =>
            [new(IndexKey.Of(text.Value), IndexKey.LastWithPrefix(text.Value), IsExact: false)],
        OneOf { Property.IsIndexable: true } one when one.Property.Path.Name == path => OfValues(one),
        All both => Widened(Of(both.Left, path) ?? Of(both.Right, path)),
        Either either => Union(Of(either.Left, path), Of(either.Right, path)),
        _ => null,
    };

    /// <summary>The other side demands something more.</summary>
    static List<KeyRange>? Widened(IReadOnlyList<KeyRange>? keys) => keys is null ? null : [.. keys.Select(key => key with { IsExact = false })];

    /// <summary>Single keys alone, so that no document is read twice.</summary>
    static List<KeyRange>? Union(IReadOnlyList<KeyRange>? left, IReadOnlyList<KeyRange>? right)
    {
        if (left is null || right is null) return null;
        var keys = left.Concat(right).ToList();
        if (!keys.TrueForAll(key => key.IsPoint)) return null;
        return [.. keys.GroupBy(key => Convert.ToHexString(key.From)).Select(same => same.First() with { IsExact = same.All(key => key.IsExact) })];
    }

    static List<KeyRange> OfValues(OneOf one)
    {
        var keys = one.Values.Select(value => Point(value)).ToList();
        if (one.WithNull) keys.Add(Point(null));
        return [.. keys.DistinctBy(key => Convert.ToHexString(key.From))];
    }

    static KeyRange Point(object? value) => new(IndexKey.Of(value), IndexKey.Of(value), IndexKey.IsExact(value));

    static List<KeyRange>? OfComparison(Comparison comparison, object? value) => comparison switch
    {
        Comparison.Equal => [Point(value)],
        Comparison.NotEqual when value is null => [new(IndexKey.First, IndexKey.Last, IsExact: true)],
        Comparison.NotEqual => null,
        _ when value is null or double.NaN => null,
        Comparison.Less when value is long and > long.MinValue => OfComparison(Comparison.LessOrEqual, (long)value - 1),
        Comparison.Greater when value is long and < long.MaxValue => OfComparison(Comparison.GreaterOrEqual, (long)value + 1),
        Comparison.Less => [new(IndexKey.First, IndexKey.Of(value), IsExact: false)],
        Comparison.Greater => [new(IndexKey.Of(value), IndexKey.Last, IsExact: false)],
        Comparison.LessOrEqual => [new(IndexKey.First, IndexKey.Of(value), IndexKey.IsExact(value))],
        _ => [new(IndexKey.Of(value), IndexKey.Last, IndexKey.IsExact(value))],
    };

    static Comparison Turn(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.Greater,
        Comparison.LessOrEqual => Comparison.GreaterOrEqual,
        Comparison.Greater => Comparison.Less,
        Comparison.GreaterOrEqual => Comparison.LessOrEqual,
        _ => comparison,
    };
}

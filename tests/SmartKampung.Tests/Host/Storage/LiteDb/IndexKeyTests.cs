using SmartKampung.Host.Storage.Documents;
using SmartKampung.Host.Storage.LiteDb;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

public sealed class IndexKeyTests
{
    [RandomRuns(300)]
    public void Keys_are_ordered_as_their_values_are(int seed)
    {
        var (left, right) = (new RichSamples(seed).Next(), new RichSamples(seed + 1).Next());
        AssertOrdered(left.Number, right.Number);
        AssertOrdered(left.Large, right.Large);
        AssertOrdered(left.Huge, right.Huge);
        AssertOrdered(left.Money, right.Money);
        AssertOrdered(left.Money / 3, right.Money / 7);
        AssertOrdered(left.Key, right.Key);
        AssertOrdered(left.Moment, right.Moment);
        AssertOrdered(left.Measure, right.Measure);
        AssertOrdered(left.Rough, right.Rough);
        AssertOrdered(left.Flag, right.Flag);
        AssertOrdered(left.Maybe, right.Maybe);
        if (IndexKey.IsExact(left.Text) && IndexKey.IsExact(right.Text)) AssertOrdered(left.Text, right.Text);
    }

    static void AssertOrdered(object? left, object? right)
    {
        var (first, second) = (Scalar.Canonical(left), Scalar.Canonical(right));
        Assert.Equal(Math.Sign(Scalar.Compare(first, second)), Math.Sign(IndexKey.Of(first).AsSpan().SequenceCompareTo(IndexKey.Of(second))));
    }
}

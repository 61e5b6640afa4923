namespace SmartKampung.Tests.Host.Storage;

/// <summary>The check of histories finds what it is there to find.</summary>
public sealed class HistoryTests
{
    static readonly Guid One = Guid.NewGuid();
    static readonly Guid Other = Guid.NewGuid();

    [Fact]
    public void Sessions_one_after_another_are_explained() =>
        Assert.Null(HistoryOf(Session(1, [(One, 1, 0)], One), Session(2, [(One, 2, 1), (Other, 1, 0)], Other), Session(3, [(One, 2, 1), (Other, 2, 2)], One)).Contradiction());

    [Fact]
    public void A_lost_update_is_found() =>
        Assert.Contains("written twice", HistoryOf(Session(1, [(One, 1, 0)], One), Session(2, [(One, 1, 0)], One)).Contradiction(), StringComparison.Ordinal);

    [Fact]
    public void A_read_of_what_was_never_written_is_found() =>
        Assert.Contains("did not write it", HistoryOf(Session(1, [(One, 2, 7)], One)).Contradiction(), StringComparison.Ordinal);

    [Fact]
    public void Two_that_each_require_what_the_other_changes_are_found() =>
        Assert.Contains("precede each other", HistoryOf(Session(1, [(One, 1, 0), (Other, 1, 0)], One), Session(2, [(One, 1, 0), (Other, 1, 0)], Other)).Contradiction(), StringComparison.Ordinal);

    static History HistoryOf(params CommittedSession[] sessions)
    {
        var history = new History();
        foreach (var session in sessions) history.Add(session);
        return history;
    }

    static CommittedSession Session(int number, (Guid Id, int Version, int Writer)[] read, params Guid[] stored) =>
        new(number, read.ToDictionary(one => one.Id, one => (one.Version, one.Writer)), stored.ToHashSet());
}

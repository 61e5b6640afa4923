
namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    [RandomRuns(100)]
    public async Task What_goes_in_comes_out_equal(int seed)
    {
        var rich = new RichSamples(seed).Next();
        await Save(rich);
        AssertSame(rich with { Version = 1 }, (await Session().LoadAsync<Rich>(rich.Id, Stop))!);
    }

    [Fact]
    public async Task Empty_text_stays_empty_and_null_stays_null()
    {
        var rich = new Rich { Text = "", Note = null, Tags = ["", " a "] };
        await Save(rich);
        var found = (await Session().LoadAsync<Rich>(rich.Id, Stop))!;
        Assert.Equal("", found.Text);
        Assert.Null(found.Note);
        Assert.Equal(["", " a "], found.Tags);
    }

    [Fact]
    public async Task A_moment_keeps_its_offset_and_its_seventh_digit()
    {
        var moment = new DateTimeOffset(2026, 11, 23, 9, 15, 0, TimeSpan.FromHours(8)).AddTicks(1);
        var rich = new Rich { Moment = moment };
        await Save(rich);
        Assert.True(moment.EqualsExact((await Session().LoadAsync<Rich>(rich.Id, Stop))!.Moment));
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_refused_rather_than_changed()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Save(new Rich { Text = "a\ud83d" }));
        await Assert.ThrowsAsync<ArgumentException>(() => Save(new Rich { Words = new() { ["\ude00"] = "" } }));
        Assert.False(await Session().Query<Rich>().AnyAsync(Stop));
    }

    static void AssertSame(Rich expected, Rich actual)
    {
        Assert.True(expected.Moment.EqualsExact(actual.Moment));
        Assert.Equal((expected.Until?.Ticks, expected.Until?.Offset), (actual.Until?.Ticks, actual.Until?.Offset));
        Assert.Equal(decimal.GetBits(expected.Money), decimal.GetBits(actual.Money));
        Assert.Equal(expected.Tags, actual.Tags);
        Assert.Equal(expected.Scores, actual.Scores);
        Assert.Equal(expected.Places, actual.Places);
        Assert.Equal(expected.Words.OrderBy(word => word.Key, StringComparer.Ordinal), actual.Words.OrderBy(word => word.Key, StringComparer.Ordinal));
        Assert.Equal(expected, actual with { Tags = expected.Tags, Scores = expected.Scores, Places = expected.Places, Words = expected.Words });
    }
}

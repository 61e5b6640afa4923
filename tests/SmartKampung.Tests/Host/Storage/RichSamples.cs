using System.Globalization;

namespace SmartKampung.Tests.Host.Storage;

/// <summary>Random documents with the values that stores get wrong.</summary>
sealed class RichSamples(int seed)
{
    static readonly string[] Texts =
    [
        "", " ", "a", "A", "ab", "AB", "Ab ", " x ", "%", "_", "a%", "%a%", "ü", "U\u0308", "ß", "ss", "\0", "a\0b", "😀", "😀a", "\uE000", "\"", "\\", "'; --",
        "line\nline\t", "<b>&", "null", "{\"a\":1}", "10", "9", new('z', 99), new('z', 100), new('z', 101) , new string('z', 100) + "a", new string('z', 100) + "b",
    ];

    static readonly double[] Measures = [0, -0.0, 1, -1, 0.1, 1e300, -1e300, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    static readonly decimal[] Money = [0, 1, -1, 1.10m, 1.1m, -0.5m, 45_000, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 7.9228162514264337593543950335m];

    readonly Random random = new(seed);

    public Rich Next() => new()
    {
        Text = Text(),
        Note = Maybe(Text),
        Flag = random.Next(2) == 0,
        Answer = random.Next(3) switch { 0 => null, 1 => true, _ => false },
        Small = (byte)random.Next(256),
        Number = Number(),
        Maybe = random.Next(3) == 0 ? null : Number(),
        Large = random.Next(4) switch { 0 => long.MinValue, 1 => long.MaxValue, _ => random.NextInt64() },
        Huge = random.Next(2) == 0 ? ulong.MaxValue : (ulong)random.NextInt64(),
        Measure = Pick(Measures),
        Rough = (float)Pick(Measures),
        Money = Pick(Money),
        Key = random.Next(3) == 0 ? Guid.Empty : Guid.NewGuid(),
        Mood = (Mood)random.Next(4),
        LastMood = random.Next(3) == 0 ? null : (Mood)random.Next(3),
        Day = new DateOnly(2020, 1, 1).AddDays(random.Next(-800_000 / 2, 3000) / 100),
        Hour = new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay)),
        Span = new TimeSpan(random.NextInt64(-10_000_000_000, 10_000_000_000)),
        Moment = Moment(),
        Until = random.Next(3) == 0 ? null : Moment(),
        Place = Maybe(Place),
        Tags = Many(Text),
        Scores = Many(Number),
        Places = Many(Place),
        Words = Many(Text).Distinct().ToDictionary(text => text, text => text + "!"),
    };

    public string Text() => Pick(Texts);

    public int Number() => random.Next(8) switch { 0 => int.MinValue, 1 => int.MaxValue, var small => small - 4 };

    /// <summary>Few moments, in several zones, some of which are the same instant.</summary>
    public DateTimeOffset Moment() =>
        new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero).AddTicks(random.Next(-3, 4)).ToOffset(TimeSpan.FromMinutes(30 * random.Next(-20, 20)));

    public T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    Place Place() => new()
    {
        Name = Maybe(Text),
        At = Maybe(() => new Coordinates(random.NextDouble() * 180, Pick(Measures))),
    };

    T? Maybe<T>(Func<T> make) where T : class => random.Next(3) == 0 ? null : make();

    List<T> Many<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];

    public override string ToString() => seed.ToString(CultureInfo.InvariantCulture);
}

using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Demo;

/// <summary>The letters of the last twelve months, printed and signed by hand.</summary>
sealed class DoneCases(DemoRequests requests, DemoPeople people, DemoDays days, DateOnly today)
{
    public const int Count = 254;

    const int FirstDay = 363;
    const int LastDay = 7;
    const int SampleStride = 7;
    const int CounterEach = 3;
    const int SlowEach = 9;
    const int CorrectedAfter = 8;

    /// <summary>Letters of who can be tried out: one whose time is over, one that is valid.</summary>
    static readonly int[] OfAyu = [34, 209];

    static readonly int[] Corrected = [61, 143, 224];

    public IReadOnlyList<DemoCase> Make(IReadOnlyList<DemoSample> samples)
    {
        var cases = new List<DemoCase>();
        for (var number = 0; number < Count; number++)
        {
            var wrong = Corrected.Contains(number - CorrectedAfter) ? number - CorrectedAfter : (int?)null;
            cases.Add(Case(number, samples[(wrong ?? number) * SampleStride % samples.Count], wrong is { } at ? cases[at] : null));
        }

        return cases;
    }

    DemoCase Case(int number, DemoSample sample, DemoCase? corrects)
    {
        var steps = requests.TypeOf(sample).Steps.Count;
        var times = days.Times(today.AddDays(-FirstDay + (number * (FirstDay - LastDay) / Count)), steps, number % SlowEach == 0);
        var person = corrects?.Request.Subject ?? people.Pick(number, sample, OfAyu.Contains(number) ? DemoPeople.Ayu : "");
        var isAtCounter = corrects is not null || (number % CounterEach == 0 && !OfAyu.Contains(number));
        return new(OnPaper(requests.Begin(sample, person, isAtCounter ? Channel.Counter : Channel.Self, times[0])), times, steps) { Corrects = corrects };
    }

    /// <summary>Before the office signed on the screen, each letter was signed by hand and collected: no PDF has to be made at the first start.</summary>
    public static LetterRequest OnPaper(LetterRequest request) => request with { Type = request.Type with { NeedsWetInk = true } };
}

using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Demo;

/// <summary>What is filled in, waits, was asked back or came to nothing.</summary>
sealed class OpenCases(DemoRequests requests, DemoPeople people, DemoPapers papers, DateTimeOffset now)
{
    static readonly TimeSpan Between = TimeSpan.FromHours(3);

    public async Task<IReadOnlyList<(DemoCase Case, DemoOpen Open)>> MakeAsync(IReadOnlyList<DemoSample> samples, IReadOnlyList<DemoOpen> open, CancellationToken stop)
    {
        var cases = new List<(DemoCase, DemoOpen)>();
        foreach (var (number, one) in open.Index()) cases.Add((await CaseAsync(number, one, samples.First(sample => sample.Type == one.Type), stop), one));
        return cases;
    }

    async Task<DemoCase> CaseAsync(int number, DemoOpen open, DemoSample sample, CancellationToken stop)
    {
        var taken = open.State is RequestState.Draft ? 0 : requests.TypeOf(sample).Steps.Select(step => step.Role).ToList().IndexOf(open.Step);
        var since = now.AddHours(-open.Hours);
        IReadOnlyList<DateTimeOffset> times = [.. Enumerable.Range(0, taken + 1).Select(step => since - (Between * (taken - step)))];
        var begun = requests.Begin(sample, people.Pick(number, sample, open.Who), ChannelOf(number, open), times[0]);
        if (begun.Type.Steps.Take(taken).Any(step => step.Kind is StepKind.Sign)) begun = DoneCases.OnPaper(begun);
        if (open.State is RequestState.Draft) begun = begun with { Answers = [.. begun.Answers.Take(1)] };
        var isSeen = open.Who.Length > 0 && open.State is RequestState.Waiting or RequestState.AskedBack;
        return new(isSeen ? begun with { Attachments = await papers.SaveAsync(begun, stop) } : begun, times, taken);
    }

    /// <summary>What is asked back was asked by the resident; at the counter they would be asked there.</summary>
    static Channel ChannelOf(int number, DemoOpen open) =>
        open.Who.Length == 0 && open.State is RequestState.Waiting && number % 4 == 0 ? Channel.Counter : Channel.Self;

    public static LetterRequest End(DemoCase one, DemoOpen open, DemoStaff staff, DateTimeOffset now) => open.State switch
    {
        RequestState.AskedBack => one.Request.AskBack(open.Keys ?? [], staff.For(one.Request), now.AddHours(-open.Hours / 2), open.Reason),
        RequestState.Rejected => one.Request.Reject(staff.For(one.Request), now.AddHours(-open.Hours / 2), open.Reason),
        RequestState.Withdrawn => one.Request.Withdraw(now.AddHours(-open.Hours / 2)),
        _ => one.Request,
    };
}

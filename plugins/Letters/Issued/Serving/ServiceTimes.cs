using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Serving;

/// <summary>How many working hours letters took from asking to the last signature, against what was promised, and how often somebody was asked back.</summary>
/// <param name="Type">The kind of letter; null for all.</param>
/// <param name="Count">How many were done.</param>
/// <param name="MedianHours">Half took no longer.</param>
/// <param name="NinetiethHours">Nine of ten took no longer.</param>
/// <param name="InTime">The share that was ready by when it was promised, in hundredths.</param>
/// <param name="AskedBack">The share that was asked back at least once, in hundredths.</param>
sealed record ServiceTimes(LocalText? Type, int Count, decimal MedianHours, decimal NinetiethHours, decimal InTime, decimal AskedBack)
{
    public static ServiceTimes Of(LocalText? type, IReadOnlyCollection<LetterRequest> done, WorkingHours office)
    {
        var hours = done.Select(request => HoursOf(request, office)).Order().ToList();
        return new(type, done.Count, At(hours, .5m), At(hours, .9m), Share(done, request => DoneAt(request) <= (request.PromisedAt ?? office.After(AskedAt(request), request.Type.PromisedHours))), Share(done, request => request.History.Any(step => step.What is RequestAct.AskedBack)));
    }

    /// <summary>All, then each kind of letter by its name.</summary>
    public static IReadOnlyList<ServiceTimes> ByType(IReadOnlyList<LetterRequest> done, WorkingHours office) =>
        [Of(null, done, office), .. done.GroupBy(request => request.Type.Slug).Select(type => Of(type.Last().Type.Name, [.. type], office)).OrderBy(type => type.Type!.Indonesian, StringComparer.OrdinalIgnoreCase)];

    static decimal HoursOf(LetterRequest request, WorkingHours office) => Math.Round((decimal)office.Between(AskedAt(request), DoneAt(request)).TotalHours, 1);

    static DateTimeOffset AskedAt(LetterRequest request) => request.AskedAt ?? request.BegunAt;

    static DateTimeOffset DoneAt(LetterRequest request) => request.DoneAt ?? request.ChangedAt;

    /// <summary>The least of which so large a part is no greater (nearest rank).</summary>
    static decimal At(List<decimal> ordered, decimal part) => ordered.Count == 0 ? 0 : ordered[Math.Max(0, (int)Math.Ceiling(part * ordered.Count) - 1)];

    static decimal Share(IReadOnlyCollection<LetterRequest> all, Func<LetterRequest, bool> which) => all.Count == 0 ? 0 : Math.Round(100m * all.Count(which) / all.Count);
}

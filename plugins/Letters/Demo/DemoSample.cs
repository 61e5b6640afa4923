using System.Globalization;
using System.Text.RegularExpressions;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Demo;

/// <summary>What somebody may ask for, with answers as they are typed; [[+3]] is three days after the day on which it is asked.</summary>
/// <param name="Type">The type's slug.</param>
/// <param name="Answers">By the keys of its fields.</param>
/// <param name="Only">The marital status of those who may ask for it; empty for all.</param>
sealed partial record DemoSample(string Type, Dictionary<string, string> Answers, string Only = "")
{
    public bool Fits(ResidentData person) => Only.Length == 0 || person.MaritalStatus == Only;

    public IEnumerable<Answer> AnswersOn(LetterType type, DateOnly day)
    {
        foreach (var (key, typed) in Answers)
        {
            var (value, mistake) = TypedAnswer.Read(type.Fields.First(field => field.Key == key), DayIn(typed, day));
            yield return mistake is null ? new(key, value) : throw new InvalidOperationException($"{Type}.{key}: {mistake.Key}");
        }
    }

    static string DayIn(string typed, DateOnly day) => Placeholder().Match(typed) is { Success: true } match
        ? day.AddDays(int.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : typed;

    [GeneratedRegex(@"^\[\[([+-]\d{1,5})\]\]$")]
    private static partial Regex Placeholder();
}

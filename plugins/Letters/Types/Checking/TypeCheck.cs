using System.Text.RegularExpressions;

namespace SmartKampung.Letters.Types;

/// <summary>What a letter type has to be like, wherever it comes from: the console, a file, the catalogue.</summary>
static partial class TypeCheck
{
    const int MostFields = 60;
    const int MostDocuments = 20;
    const int MostSteps = 12;
    const int MostPurposes = 40;
    const int LongestName = 120;
    const int LongestText = 1000;
    const int LongestBody = 60_000;

    /// <summary>Addresses below /surat that are no letter's.</summary>
    static readonly string[] Taken = ["saya", "permohonan", "periksa", "unduh", "kunci"];

    static readonly string[] Deciding =
    [
        Roles.NeighborhoodHead, Roles.CommunityHead, Roles.HamletHead, Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator, Roles.DistrictStaff, Roles.DistrictHead,
    ];

    public static IReadOnlyList<string> DecidingRoles => Deciding;

    public static bool IsSlug(string slug) => Slug().IsMatch(slug) && !Taken.Contains(slug);

    public static IReadOnlyList<TypeMistake> Find(LetterType type) =>
    [
        .. Self(type),
        .. FieldCheck.Find(type.Fields),
        .. DocumentsOf(type),
        .. StepsOf(type),
    ];

    static IEnumerable<TypeMistake> Self(LetterType type)
    {
        if (!IsSlug(type.Slug)) yield return new("type.wrong.slug", type.Slug);
        if (type.Name.Indonesian.Trim().Length is 0 or > LongestName) yield return new("type.wrong.name", LongestName);
        if (new[] { type.About, type.Unneeded }.Any(text => text.Indonesian.Length > LongestText || text.English.Length > LongestText)) yield return new("type.wrong.text", LongestText);
        if (type.Purposes.Count > MostPurposes) yield return new("type.wrong.purposes", MostPurposes);
        if (type.Body.Length > LongestBody) yield return new("type.wrong.body_long", LongestBody);
        if (type.ValidDays is < 1 or > 36_500) yield return new("type.wrong.valid_days");
        if (type.PromisedHours is < 1 or > 2_000) yield return new("type.wrong.hours");
        if (type.RetainYears is < 1 or > 100) yield return new("type.wrong.retain");
        foreach (var classification in type.Classifications.Where(classification => classification.Code.Trim().Length is 0 or > 40 || classification.From > classification.Until))
            yield return new("type.wrong.classification", classification.Code);
        if (type.Fields.Count > MostFields || type.Documents.Count > MostDocuments || type.Steps.Count > MostSteps) yield return new("type.wrong.many", MostFields, MostDocuments, MostSteps);
    }

    static IEnumerable<TypeMistake> DocumentsOf(LetterType type)
    {
        var keys = type.Fields.Select(field => field.Key).ToHashSet();
        foreach (var document in type.Documents)
        {
            if (!FieldCheck.IsKey(document.Key)) yield return new("type.wrong.key", document.Key);
            else if (!keys.Add(document.Key)) yield return new("type.wrong.twice", document.Key);
            if (document.Label.Indonesian.Trim().Length is 0 or > LongestName) yield return new("type.wrong.label", document.Key);
            if (document.When is { } when && FieldCheck.MistakeIn(when, document.Key, type.Fields) is { } mistake) yield return mistake;
        }
    }

    static IEnumerable<TypeMistake> StepsOf(LetterType type)
    {
        if (type.Steps.All(step => step.Kind != StepKind.Sign)) yield return new("type.wrong.no_signer");
        foreach (var (step, number) in type.Steps.Select((step, at) => (step, at + 1)))
        {
            if (!Deciding.Contains(step.Role)) yield return new("type.wrong.role", number, step.Role);
            if (step.EscalatesTo.Length > 0 && !Deciding.Contains(step.EscalatesTo)) yield return new("type.wrong.role", number, step.EscalatesTo);
            if (step.DueHours is < 1 or > 2_000) yield return new("type.wrong.due", number);
        }

        var signed = type.Steps.ToList().FindIndex(step => step.Kind == StepKind.Sign);
        if (signed >= 0 && type.Steps.Take(signed).Any(step => step.Kind == StepKind.Endorse)) yield return new("type.wrong.endorse_first");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}

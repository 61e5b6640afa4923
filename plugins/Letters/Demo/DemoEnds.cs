using SmartKampung.Letters.Issued;
using SmartKampung.Letters.Issued.Serving;

namespace SmartKampung.Letters.Demo;

/// <summary>What became of letters: collected, rated, a few revoked or replaced.</summary>
static class DemoEnds
{
    const int RevokedEach = 51;
    const int FirstRevoked = 25;
    const int RatedEach = 3;
    const string Wrong = "Tempat lahir salah ditulis.";

    static readonly string[] Reasons = ["Pemohon sudah pindah sebelum surat dipakai.", "Usaha yang diterangkan sudah tutup.", "Data yang disampaikan ternyata tidak benar."];

    static readonly int[] Scores = [4, 4, 3, 4, 3, 4, 2];

    /// <summary>Replaces what was corrected, and revokes some of the others.</summary>
    public static void Apply(IReadOnlyList<DemoCase> done)
    {
        foreach (var one in done.Where(one => one.Corrects is not null))
            one.Corrects!.Letter = one.Corrects.Letter! with { State = LetterState.Replaced, ReplacedBy = one.Letter!.Id, Reason = Wrong, EndedAt = one.Letter.CompletedAt };
        for (var number = FirstRevoked; number < done.Count; number += RevokedEach)
            done[number].Letter = done[number].Letter! with { State = LetterState.Revoked, Reason = Reasons[number % Reasons.Length], EndedAt = done[number].Letter!.CompletedAt!.Value.AddDays(2) };
        foreach (var one in done)
            one.Letter = one.Letter! with { CollectedBy = one.Letter.HolderName, CollectedAt = one.Letter.CompletedAt!.Value.AddMinutes(40) };
    }

    public static IEnumerable<LetterRating> Ratings(IReadOnlyList<DemoCase> done) =>
        from number in Enumerable.Range(0, done.Count / RatedEach)
        let letter = done[number * RatedEach].Letter!
        select new LetterRating { Letter = letter.Id, Score = Scores[number % Scores.Length], At = letter.CompletedAt!.Value.AddHours(5) };
}

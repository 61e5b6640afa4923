namespace SmartKampung.Letters.Issued.Papers;

/// <summary>What the paper shows of an endorsement. It is signed already by then, so a place for it is kept free.</summary>
static class Endorsement
{
    const string Template = "letter-endorsement";

    /// <summary>The place of a step's endorsement.</summary>
    public static string PlaceOf(int step) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"endorsement-{step}");

    /// <param name="step">The step that is taken.</param>
    /// <param name="number">Of the district's register; or empty.</param>
    /// <param name="on">The day.</param>
    /// <param name="district">Where, as it stands before the day.</param>
    /// <param name="endorser">Who endorses; without the office where it stands above the place already.</param>
    /// <param name="isByHand">Whether name and office stand there for a signature in ink, so that number and day alone are added.</param>
    public static PaperMark Mark(int step, string number, DateOnly on, string district, SignerModel endorser, bool isByHand) =>
        new(PlaceOf(step), Template, new { number, on, place = district, lines = endorser.Lines, endorser.Name, endorser.Nip, is_by_hand = isByHand });
}

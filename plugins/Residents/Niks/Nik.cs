using System.Globalization;

namespace SmartKampung.Residents.Niks;

/// <summary>
/// The national number: six digits of the region that registered the person first, wherever they live now, day (women's plus 40), month and year of birth, and a serial number.
/// Papers and people differ in much of it, so only what no calendar and no register could ever have issued is refused.
/// </summary>
static class Nik
{
    public const int Length = 16;

    const int WomensDays = 40;

    // Kemendagri's codes, and 54 for people whom East Timor registered.
    static readonly HashSet<int> Provinces =
        [11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96, 97];

    /// <summary>Reads what somebody typed.</summary>
    /// <param name="typed">What was typed; blanks around it do not count.</param>
    /// <param name="today">Nobody was born after it.</param>
    public static NikReading Check(string typed, DateOnly today)
    {
        var number = typed.Trim();
        if (number.Length != Length || !number.All(char.IsAsciiDigit)) return new(number, NikProblem.Format, null, []);
        var day = Part(number, 6);
        var isMale = day <= WomensDays;
        var dates = Dates(isMale ? day : day - WomensDays, Part(number, 8), Part(number, 10), today);
        return dates.Count == 0 ? new(number, NikProblem.Date, null, []) : new(number, null, isMale, dates);
    }

    /// <summary>What is odd about a number that could be right: told, never refused.</summary>
    /// <param name="reading">A number without a problem.</param>
    /// <param name="birthDate">The birth date of the record, where it is known.</param>
    /// <param name="isMale">The sex of the record.</param>
    public static IReadOnlyList<NikWarning> Warnings(NikReading reading, DateOnly? birthDate, bool? isMale)
    {
        if (reading.Problem is not null) return [];
        List<NikWarning> warnings = [];
        if (birthDate is { } date && !reading.Dates.Contains(date)) warnings.Add(NikWarning.DateDiffers);
        if (isMale is { } male && male != reading.IsMale) warnings.Add(NikWarning.SexDiffers);
        if (!Provinces.Contains(Part(reading.Number, 0))) warnings.Add(NikWarning.UnknownRegion);
        if (reading.Number.EndsWith("0000", StringComparison.Ordinal)) warnings.Add(NikWarning.NoSerial);
        return warnings;
    }

    static List<DateOnly> Dates(int day, int month, int year, DateOnly today) =>
        [.. new[] { 1900 + year, 2000 + year }.Where(full => IsDay(day, month, full)).Select(full => new DateOnly(full, month, day)).Where(date => date <= today)];

    static bool IsDay(int day, int month, int year) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    static int Part(string number, int at) => int.Parse(number.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>What a number says.</summary>
/// <param name="Number">The number, without blanks around it.</param>
/// <param name="Problem">Why it can't be one; null where it can.</param>
/// <param name="IsMale">The sex that it tells.</param>
/// <param name="Dates">The birth dates that it leaves open, since it does not tell the century.</param>
sealed record NikReading(string Number, NikProblem? Problem, bool? IsMale, IReadOnlyList<DateOnly> Dates);

enum NikProblem
{
    /// <summary>It has not 16 digits.</summary>
    Format,

    /// <summary>Its day and month are in no calendar.</summary>
    Date,
}

enum NikWarning
{
    DateDiffers,
    SexDiffers,
    UnknownRegion,

    /// <summary>Registers count from 0001.</summary>
    NoSerial,
}

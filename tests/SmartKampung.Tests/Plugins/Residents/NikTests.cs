using System.Globalization;
using System.Text.Json;
using SmartKampung.Residents.Niks;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class NikTests
{
    static readonly DateOnly Today = new(2026, 11, 28);

    public static TheoryData<string, string> Vectors()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "SmartKampung.Tests", "Plugins", "Residents", "nik-vectors.json")));
        return [.. file.RootElement.GetProperty("cases").EnumerateArray().Select(one => (one.GetProperty("nik").GetString()!, one.GetProperty("result").GetRawText()))];
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Reads_the_vectors(string nik, string result)
    {
        using var expected = JsonDocument.Parse(result);
        Assert.Equal(Told(expected.RootElement), Told(Nik.Check(nik, Today)));
    }

    [Theory]
    [InlineData("3510245708900001", "F 1990-08-17")]
    [InlineData("3510247112990001", "F 1999-12-31")]
    [InlineData("3510246902000001", "F 2000-02-29")]
    [InlineData("3510240101260001", "M 1926-01-01 2026-01-01")]
    [InlineData("3510242811260001", "M 1926-11-28 2026-11-28")]
    [InlineData("3510242911260001", "M 1926-11-29")]
    [InlineData("3510242902040001", "M 1904-02-29 2004-02-29")]
    [InlineData("3510242902960001", "M 1996-02-29")]
    [InlineData("9999991708900001", "M 1990-08-17")]
    [InlineData("0000001708900000", "M 1990-08-17")]
    [InlineData("3578241708900001", "M 1990-08-17")]
    [InlineData(" 3510241708900001\n", "M 1990-08-17")]
    public void Reads_sex_and_the_dates_that_the_open_century_leaves(string nik, string told) => Assert.Equal(told, Told(Nik.Check(nik, Today)));

    [Theory]
    [InlineData("3510246902010001")]
    [InlineData("3510243002000001")]
    [InlineData("3510243104900001")]
    [InlineData("3510243208900001")]
    [InlineData("3510244008900001")]
    [InlineData("3510247208900001")]
    [InlineData("3510249908900001")]
    [InlineData("3510240008900001")]
    [InlineData("3510241700900001")]
    [InlineData("3510241713900001")]
    public void Refuses_days_that_no_calendar_has(string nik) => Assert.Equal(NikProblem.Date, Nik.Check(nik, Today).Problem);

    [Theory]
    [InlineData("")]
    [InlineData("35102417089000011")]
    [InlineData("3510 2417 0890 0001")]
    [InlineData("3510.24170890001")]
    [InlineData("-351024170890001")]
    [InlineData("351024170890000l")]
    [InlineData("٣٥١٠٢٤١٧٠٨٩٠٠٠٠١")]
    [InlineData("３５１０２４１７０８９００００１")]
    public void Refuses_what_has_not_sixteen_digits(string nik) => Assert.Equal(NikProblem.Format, Nik.Check(nik, Today).Problem);

    [Theory]
    [InlineData("3510241708900001", "1990-08-17", true, "")]
    [InlineData("3510240101260001", "1926-01-01", true, "")]
    [InlineData("3510240101260001", "2026-01-01", true, "")]
    [InlineData("3510241708900001", "1990-08-18", true, "DateDiffers")]
    [InlineData("3510241708900001", "1990-08-17", false, "SexDiffers")]
    [InlineData("3510241708900000", "1990-08-17", true, "NoSerial")]
    [InlineData("9910241708900000", "1991-08-17", false, "DateDiffers SexDiffers UnknownRegion NoSerial")]
    [InlineData("9410241708900001", null, null, "")]
    [InlineData("35102417O8900001", "1990-08-17", true, "")]
    public void Warns_of_what_is_odd_and_refuses_none_of_it(string nik, string? birthDate, bool? isMale, string warnings)
    {
        DateOnly? date = birthDate is null ? null : DateOnly.Parse(birthDate, CultureInfo.InvariantCulture);
        Assert.Equal(warnings, string.Join(' ', Nik.Warnings(Nik.Check(nik, Today), date, isMale)));
    }

    [RandomRuns(200)]
    public bool What_is_made_of_a_birth_date_tells_it_again(int days, bool isMale, byte serial)
    {
        var date = Today.AddDays(-Math.Abs(days % 36_500));
        var nik = string.Create(CultureInfo.InvariantCulture, $"351024{date.Day + (isMale ? 0 : 40):00}{date:MMyy}{serial:0000}");
        var reading = Nik.Check(nik, Today);
        return reading.IsMale == isMale && reading.Dates.Contains(date) && reading.Dates.All(other => other <= Today && other.Year % 100 == date.Year % 100);
    }

    static string Told(NikReading reading) =>
        reading.Problem is { } problem
            ? problem.ToString().ToLowerInvariant()
            : string.Join(' ', reading.Dates.Select(date => date.ToString("O", CultureInfo.InvariantCulture)).Prepend(reading.IsMale == true ? "M" : "F"));

    static string Told(JsonElement result) =>
        result.ValueKind == JsonValueKind.String
            ? result.GetString()!
            : string.Join(' ', result.GetProperty("dates").EnumerateArray().Select(date => date.GetString()).Prepend(result.GetProperty("sex").GetString()));
}

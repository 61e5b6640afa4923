using System.Globalization;
using SmartKampung.Residents.Lists;
using SmartKampung.Residents.Niks;
using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Imports;

/// <summary>Makes what a row says fit the register: codes and words, days in several ways, numbers with and without zeros before them.</summary>
/// <param name="fields">For each column its property.</param>
/// <param name="hamlets">The village's hamlets, however a sheet writes them.</param>
sealed class RowReader(IReadOnlyList<string> fields, IReadOnlyDictionary<string, string> hamlets)
{
    static readonly string[] Days = ["yyyy-MM-dd", "dd-MM-yyyy", "d-M-yyyy", "dd/MM/yyyy", "d/M/yyyy", "yyyy/MM/dd", "dd.MM.yyyy", "yyyy-MM-dd HH:mm:ss", "dd MMMM yyyy", "d MMMM yyyy"];

    static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    static readonly Dictionary<string, ReferenceList> Lists = new()
    {
        ["relation"] = ReferenceLists.Relations, ["religion"] = ReferenceLists.Religions, ["marital_status"] = ReferenceLists.MaritalStatuses,
        ["occupation"] = ReferenceLists.Occupations, ["education"] = ReferenceLists.Educations, ["nationality"] = ReferenceLists.Nationalities,
        ["blood_group"] = ReferenceLists.BloodGroups, ["disability"] = ReferenceLists.Disabilities,
    };

    static readonly Dictionary<string, string> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["1"] = "living", ["hidup"] = "living", ["tetap"] = "living", ["tidak tetap"] = "temporary", ["2"] = "died", ["mati"] = "died", ["meninggal"] = "died", ["3"] = "moved", ["pindah"] = "moved",
        ["pindah dalam negeri"] = "moved", ["pindah luar negeri"] = "moved", ["4"] = "moved", ["hilang"] = "moved", ["6"] = "moved", ["pergi"] = "moved",
        ["living"] = "living", ["temporary"] = "temporary", ["moved"] = "moved", ["died"] = "died",
    };

    public SaidRow Read(SheetRow row)
    {
        Dictionary<string, string> said = [];
        List<ImportNote> problems = [];
        for (var column = 0; column < fields.Count; column++)
        {
            var field = fields[column];
            if (field.Length == 0) continue;
            if (DoubtOf(row, column, field) is { } doubt) problems.Add(doubt);
            else if (row.CellAt(column) is var cell && cell is not ("" or "-")) Take(said, problems, field, cell);
        }

        return new(row, said, problems);
    }

    static ImportNote? DoubtOf(SheetRow row, int column, string field) => row.Marks.FirstOrDefault(mark => mark.Column == column)?.Doubt switch
    {
        CellDoubt.Formula => new(field, "import.formula"),
        CellDoubt.Shortened when field is "nik" or "father_nik" or "mother_nik" or SheetColumns.CardNumber => new(field, "import.shortened"),
        _ => null,
    };

    void Take(Dictionary<string, string> said, List<ImportNote> problems, string field, string cell)
    {
        if (ValueOf(field, cell) is not { } value) problems.Add(new(field, ProblemOf(field), cell));
        else if (value.Length > 0) said[field] = value;
    }

    /// <summary>Null where it can't be.</summary>
    string? ValueOf(string field, string cell) => field switch
    {
        "nik" or "father_nik" or "mother_nik" or SheetColumns.CardNumber => NumberOf(cell),
        "is_male" => ReferenceLists.Sexes.Find(cell)?.Code switch { 1 => "male", 2 => "female", _ => null },
        "birth_date" => DayOf(cell),
        "rw_number" or "rt_number" => UnitOf(cell),
        "hamlet" => HamletOf(cell),
        "state" => States.GetValueOrDefault(cell),
        "phone" => Typed.Phone(cell),
        _ => Lists.TryGetValue(field, out var list) ? list.Find(cell)?.Name : cell,
    };

    static string ProblemOf(string field) => field switch
    {
        "birth_date" => "import.no_day",
        SheetColumns.CardNumber => "import.no_card",
        "nik" or "father_nik" or "mother_nik" => "record.nik_format",
        "rw_number" or "rt_number" => "record.not_three_digits",
        "phone" => "import.no_phone",
        _ => "record.unknown_word",
    };

    /// <summary>Empty for what other systems invent, beginning with a zero, where there is no number yet.</summary>
    static string? NumberOf(string cell)
    {
        var number = string.Concat(cell.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\'' or '.' or '-' or '`')));
        if (number.Length > 0 && number[0] == '0' && number.All(char.IsAsciiDigit)) return "";
        return number.Length == Nik.Length && number.All(char.IsAsciiDigit) ? number : null;
    }

    static string? DayOf(string cell)
    {
        foreach (var culture in new[] { CultureInfo.InvariantCulture, Indonesian })
            if (DateOnly.TryParseExact(cell.TrimStart('\''), Days, culture, DateTimeStyles.None, out var day))
                return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return null;
    }

    static string? UnitOf(string cell)
    {
        var number = cell.TrimStart('\'').Replace("RT", "", StringComparison.OrdinalIgnoreCase).Replace("RW", "", StringComparison.OrdinalIgnoreCase).Trim('.', ' ');
        return number.Length is > 0 and <= 4 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var unit) && unit < 1_000 ? unit == 0 ? "" : $"{unit:000}" : null;
    }

    string HamletOf(string cell)
    {
        var name = cell.TrimStart('\'').Replace('_', ' ');
        foreach (var kind in new[] { "dusun ", "lingkungan " })
            if (name.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) name = name[kind.Length..].Trim();
        return hamlets.GetValueOrDefault(name) ?? (!name.Any(char.IsLower) ? Indonesian.TextInfo.ToTitleCase(name.ToLowerInvariant()) : name);
    }
}

/// <summary>What a row says, made fit.</summary>
/// <param name="Row">The row.</param>
/// <param name="Said">The properties that it says something of.</param>
/// <param name="Problems">What in it makes no sense.</param>
sealed record SaidRow(SheetRow Row, IReadOnlyDictionary<string, string> Said, IReadOnlyList<ImportNote> Problems)
{
    public string Name => Said.GetValueOrDefault("name") ?? "";

    public string? Nik => Said.GetValueOrDefault("nik");

    public string? Card => Said.GetValueOrDefault(SheetColumns.CardNumber);
}

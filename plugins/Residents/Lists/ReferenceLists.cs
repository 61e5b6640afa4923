using System.Globalization;

namespace SmartKampung.Residents.Lists;

/// <summary>Kemendagri's reference lists, as lists.csv beside this file has them.</summary>
static class ReferenceLists
{
    static readonly Dictionary<string, ReferenceList> All = Read();

    public static ReferenceList Sexes => All["sex"];
    public static ReferenceList Religions => All["religion"];
    public static ReferenceList MaritalStatuses => All["marital_status"];
    public static ReferenceList Occupations => All["occupation"];
    public static ReferenceList Educations => All["education"];
    public static ReferenceList BloodGroups => All["blood_group"];
    public static ReferenceList Disabilities => All["disability"];
    public static ReferenceList Relations => All["relation"];
    public static ReferenceList Nationalities => All["nationality"];

    static Dictionary<string, ReferenceList> Read()
    {
        using var stream = typeof(ReferenceLists).Assembly.GetManifestResourceStream("lists.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.TrimEnd('\r').Split(';'))
            .GroupBy(cells => cells[0], EntryOf)
            .ToDictionary(list => list.Key, list => new ReferenceList([.. list]));
    }

    static ReferenceEntry EntryOf(string[] cells) =>
        new(int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2], cells[3], cells[4].Split('|', StringSplitOptions.RemoveEmptyEntries));
}

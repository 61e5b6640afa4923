using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmartKampung.Tests.Plugins.Letters;

/// <summary>The letter types that every village starts with, read as the files that they are.</summary>
public sealed partial class CatalogueTests
{
    static readonly string[] Slugs =
    [
        "ahli-waris", "beda-identitas", "belum-menikah", "belum-punya-akta", "belum-punya-rumah", "bepergian", "datang", "domisili", "domisili-lembaga", "domisili-sementara",
        "domisili-usaha", "izin-keramaian", "izin-pmi", "janda-duda", "jual-beli", "kehilangan", "kelahiran", "kelakuan-baik", "kematian", "kendaraan", "kepemilikan-tanah",
        "ktp-dalam-proses", "kuasa", "lahir-mati", "pasangan-ghaib", "pemakaman", "pengantar", "pengantar-cerai", "pengantar-nikah", "pengantar-skck", "penghasilan",
        "penghasilan-orang-tua", "penduduk", "persetujuan-nikah", "pindah", "rekomendasi", "sporadik", "suami-istri", "tidak-mampu", "tidak-mampu-sekolah", "tugas", "usaha",
        "wali", "yatim-piatu",
    ];

    static readonly string[] Registered =
    [
        "name", "nik", "family_card_number", "birth_place", "birth_date", "religion", "marital_status", "occupation", "education", "nationality", "blood_group", "relation",
        "father_name", "mother_name", "address", "phone", "email",
    ];

    static readonly string[] Known = [.. typeof(Roles).GetFields().Select(role => (string)role.GetValue(null)!)];

    static readonly string[] Included = [.. Directory.EnumerateFiles(Repository.Path("plugins", "Letters", "templates"), "body-*.html").Select(Path.GetFileNameWithoutExtension)!];

    public static TheoryData<string> All => [.. Slugs];

    [Fact]
    public void The_catalogue_has_each_of_the_44_types_and_a_body_for_each()
    {
        Assert.Equal(44, Slugs.Distinct().Count());
        Assert.Equal(Slugs.Order(StringComparer.Ordinal), Named("*.json"));
        Assert.Equal(Slugs.Order(StringComparer.Ordinal), Named("*.html"));
    }

    [Theory, MemberData(nameof(All))]
    public void A_type_has_the_name_of_its_file_and_says_what_it_is_for_as_people_say_it(string slug)
    {
        var type = Read(slug);
        Assert.Equal(slug, Text(type, "slug"));
        Assert.True(List(type, "purposes").Count >= 5, "People look for a letter by what it is for.");
    }

    [Theory, MemberData(nameof(All))]
    public void Every_text_is_there_in_both_languages(string slug)
    {
        foreach (var text in TextsIn(Read(slug)))
        {
            Assert.NotEmpty(Text(text, "indonesian").Trim());
            Assert.NotEmpty(Text(text, "english").Trim());
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Keys_of_questions_and_papers_are_snake_case_and_unique(string slug)
    {
        var type = Read(slug);
        AssertKeys([.. List(type, "fields"), .. List(type, "documents")]);
        Assert.All(List(type, "fields"), field => AssertKeys(List(field, "fields")));
    }

    [Theory, MemberData(nameof(All))]
    public void A_group_asks_something_and_a_choice_offers_something(string slug)
    {
        foreach (var field in QuestionsOf(Read(slug)))
        {
            Assert.Equal(Text(field, "kind") == "group", List(field, "fields").Count > 0);
            Assert.Equal(Text(field, "kind") == "choice", List(field, "options").Count > 1);
            Assert.Distinct(List(field, "options").Select(option => Text(option, "value")));
        }
    }

    [Theory, MemberData(nameof(All))]
    public void What_is_filled_from_the_register_is_known_there(string slug) =>
        Assert.All(QuestionsOf(Read(slug)).Select(field => Text(field, "from")).Where(from => from.Length > 0), from => Assert.Contains(from, Registered));

    [Theory, MemberData(nameof(All))]
    public void A_condition_is_about_an_earlier_answer_that_can_be_given(string slug)
    {
        var type = Read(slug);
        var fields = List(type, "fields");
        for (var position = 0; position < fields.Count; position++) AssertCondition(fields[position], fields.Take(position));
        Assert.All(List(type, "documents"), document => AssertCondition(document, fields));
    }

    [Theory, MemberData(nameof(All))]
    public void A_body_asks_only_for_answers_that_there_are_and_prints_each_of_them(string slug)
    {
        var keys = List(Read(slug), "fields").Select(field => Text(field, "key")).ToList();
        var used = Answers().Matches(Whole(slug)).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Empty(used.Except(keys));
        Assert.Empty(keys.Except(used));
    }

    [Theory, MemberData(nameof(All))]
    public void The_rows_of_a_group_are_printed_by_what_they_ask(string slug)
    {
        foreach (var group in List(Read(slug), "fields").Where(field => Text(field, "kind") == "group"))
        {
            var loop = Regex.Match(Whole(slug), $$$"""\{\{ for (\w+) in answers\.{{{Text(group, "key")}}} \}\}(.*?)\{\{ end \}\}</table>""", RegexOptions.Singleline);
            var printed = Regex.Matches(loop.Groups[2].Value, $@"\b{loop.Groups[1].Value}\.(\w+)").Select(match => match.Groups[1].Value).Distinct().Order();
            Assert.Equal(List(group, "fields").Select(field => Text(field, "key")).Order(), printed);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void A_body_includes_only_parts_that_the_module_has(string slug) =>
        Assert.All(Includes().Matches(Body(slug)).Select(match => match.Groups[1].Value), part => Assert.Contains(part, Included));

    [Theory, MemberData(nameof(All))]
    public void Somebody_signs_and_nobody_endorses_before(string slug)
    {
        var steps = List(Read(slug), "steps").Select(step => Text(step, "kind")).ToList();
        Assert.Contains("sign", steps);
        Assert.Equal(steps.OrderBy(kind => Array.IndexOf(["approve", "sign", "endorse"], kind)), steps);
    }

    [Theory, MemberData(nameof(All))]
    public void Steps_are_taken_by_roles_that_there_are(string slug)
    {
        foreach (var step in List(Read(slug), "steps"))
        {
            Assert.Contains(Text(step, "role"), Known);
            Assert.NotEqual(Text(step, "role"), Text(step, "escalatesTo"));
            Assert.Contains(Text(step, "escalatesTo"), Known.Append(""));
            Assert.InRange(step.GetProperty("dueHours").GetInt32(), 1, 24);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Deadlines_of_the_steps_keep_what_is_promised_in_working_hours(string slug)
    {
        var type = Read(slug);
        var due = List(type, "steps").Sum(step => step.GetProperty("dueHours").GetInt32());
        Assert.InRange(due, 1, type.GetProperty("promisedHours").GetInt32());
    }

    [Theory, MemberData(nameof(All))]
    public void Codes_of_both_lists_come_with_what_is_known_of_them(string slug)
    {
        var classes = List(Read(slug), "classifications");
        Assert.Equal(["Daftar lama", "Permendagri 83/2022"], classes.Select(known => Text(known, "list")).Distinct().Order());
        Assert.All(classes, known => Assert.Matches(@"^\d{3}(\.\d+)*$", Text(known, "code")));
        Assert.All(classes, known => Assert.Equal(JsonValueKind.Object, known.GetProperty("note").ValueKind));
    }

    static void AssertKeys(IReadOnlyList<JsonElement> items)
    {
        var keys = items.Select(item => Text(item, "key")).ToList();
        Assert.Distinct(keys);
        Assert.All(keys, key => Assert.Matches("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", key));
    }

    static void AssertCondition(JsonElement item, IEnumerable<JsonElement> earlier)
    {
        if (!item.TryGetProperty("when", out var when)) return;
        var field = Assert.Single(earlier, field => Text(field, "key") == Text(when, "field"));
        var possible = Text(field, "kind") == "yesNo" ? ["yes", "no"] : List(field, "options").Select(option => Text(option, "value")).ToArray();
        var wanted = List(when, "isOneOf").Select(value => value.GetString()!).ToList();
        Assert.NotEmpty(wanted);
        Assert.All(wanted, value => Assert.Contains(value, possible));
    }

    static IEnumerable<JsonElement> QuestionsOf(JsonElement type) => List(type, "fields").SelectMany(field => List(field, "fields").Prepend(field));

    static IEnumerable<JsonElement> TextsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("indonesian", out _) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => TextsIn(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
        _ => [],
    };

    static IEnumerable<string> Named(string pattern) =>
        Directory.EnumerateFiles(Folder, pattern).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    static string Folder => Repository.Path("plugins", "Letters", "catalogue");

    static JsonElement Read(string slug)
    {
        using var type = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, slug + ".json")));
        return type.RootElement.Clone();
    }

    /// <summary>A body and the parts that it includes.</summary>
    static string Whole(string slug) => string.Join('\n', Includes().Matches(Body(slug))
        .Select(match => File.ReadAllText(Repository.Path("plugins", "Letters", "templates", match.Groups[1].Value + ".html"))).Prepend(Body(slug)));

    static string Body(string slug) => File.ReadAllText(Path.Combine(Folder, slug + ".html"));

    static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";

    static IReadOnlyList<JsonElement> List(JsonElement element, string name) => element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    [GeneratedRegex(@"\banswers\.(\w+)")]
    private static partial Regex Answers();

    [GeneratedRegex(@"include ""([a-z-]+)""")]
    private static partial Regex Includes();
}

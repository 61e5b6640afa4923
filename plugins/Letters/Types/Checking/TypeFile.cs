using System.Text.Json;

namespace SmartKampung.Letters.Types;

/// <summary>A letter type as one file that goes from village to village.</summary>
static class TypeFile
{
    public const int Largest = 256 * 1024;

    /// <summary>Reads what a file holds, or tells what is wrong with it.</summary>
    public static (LetterType? Type, IReadOnlyList<TypeMistake> Mistakes) Read(byte[] file)
    {
        try
        {
            if (LetterJson.Read(WithoutMark(file)) is not { } type) return (null, [new("type.wrong.file")]);
            var mistakes = HasNothing(type) is { } missing ? [missing] : TypeCheck.Find(type);
            return mistakes.Count > 0 ? (null, mistakes) : (type, []);
        }
        catch (JsonException mistake)
        {
            return (null, [new("type.wrong.json", mistake.Path ?? "$", (mistake.LineNumber ?? 0) + 1, Reason(mistake))]);
        }
    }

    /// <summary>Elements of lists are not checked for null by the reader.</summary>
    static TypeMistake? HasNothing(LetterType type)
    {
        var lists = new (string Name, IEnumerable<object?> Items)[]
        {
            ("purposes", type.Purposes), ("fields", type.Fields), ("documents", type.Documents), ("steps", type.Steps), ("classifications", type.Classifications),
            ("fields.fields", type.Fields.Where(field => field is not null).SelectMany(field => field.Fields)),
            ("fields.options", type.Fields.Where(field => field is not null).SelectMany(field => field.Options)),
            ("options", type.Fields.Where(field => field is not null).SelectMany(field => field.Fields).Where(field => field is not null).SelectMany(field => field.Options)),
        };
        return lists.FirstOrDefault(list => list.Items.Contains(null)).Name is { } name ? new("type.wrong.null", name) : null;
    }

    static ReadOnlySpan<byte> WithoutMark(byte[] file) => file is [0xEF, 0xBB, 0xBF, ..] ? file.AsSpan(3) : file;

    /// <summary>The reader's sentence without the places that it appends.</summary>
    static string Reason(JsonException mistake) => mistake.Message.Split(" Path: ")[0];
}

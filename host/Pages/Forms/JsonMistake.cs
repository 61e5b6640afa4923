using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmartKampung.Host.Pages;

/// <summary>Says what a JSON reader did not like, with a pointer where it knows one.</summary>
static partial class JsonMistake
{
    public static BadRequestProblem ToProblem(JsonException mistake, ITexts texts)
    {
        var pointer = PointerOf(mistake.Path ?? "$");
        if (IsSyntax(mistake)) return new(StatusCodes.Status400BadRequest, texts["body.malformed"], [new(pointer, texts["body.malformed"])]);
        var fields = MissingNames().Matches(mistake.Message).Select(name => pointer + JsonPointer.To(name.Groups[1].Value)).DefaultIfEmpty(pointer);
        return new(StatusCodes.Status422UnprocessableEntity, texts["body.invalid"], [.. fields.Select(field => new FieldProblem(field, texts[KeyOf(mistake)]))]);
    }

    /// <summary>Turns the path of a JsonException, such as <c>$.officials[0]['a.b']</c>, into a pointer such as <c>/officials/0/a.b</c>.</summary>
    public static string PointerOf(string path)
    {
        var pointer = "";
        for (var position = 1; position < path.Length;)
        {
            var end = EndOf(path, position);
            pointer += JsonPointer.To(path[position..end].Trim('.', '[', ']').Trim('\''));
            position = end;
        }

        return pointer;
    }

    static int EndOf(string path, int start)
    {
        var quoted = path.AsSpan(start).StartsWith("['");
        var end = quoted ? path.IndexOf("']", start, StringComparison.Ordinal) + 2 : path.IndexOfAny(['.', '['], start + 1);
        return end <= start ? path.Length : end;
    }

    /// <summary>The reader's own exceptions carry the syntax error inside; those of the serializer carry none.</summary>
    static bool IsSyntax(JsonException mistake) => mistake.InnerException is JsonException;

    static string KeyOf(JsonException mistake)
    {
        if (mistake.Message.Contains("could not be mapped", StringComparison.Ordinal)) return "body.unknown";
        if (mistake.Message.Contains("uplicate", StringComparison.Ordinal)) return "body.duplicate";
        return IsMissing().IsMatch(mistake.Message) ? "body.missing" : "body.type";
    }

    [GeneratedRegex("missing required properties|null values")]
    private static partial Regex IsMissing();

    [GeneratedRegex("(?<=missing required properties.*)'([^']+)'")]
    private static partial Regex MissingNames();
}

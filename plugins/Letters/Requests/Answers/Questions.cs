using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests;

/// <summary>What a request asks, given what was answered so far.</summary>
static class Questions
{
    /// <summary>Marks a document that was passed over, in the answers of a draft.</summary>
    const string Passed = "document.";

    public static AnswerSheet Sheet(this LetterRequest request) => new(request.Answers);

    public static IEnumerable<LetterField> AskedFields(this LetterRequest request)
    {
        var sheet = request.Sheet();
        return request.Type.Fields.Where(field => sheet.Meets(field.When));
    }

    public static IEnumerable<RequiredDocument> AskedDocuments(this LetterRequest request)
    {
        var sheet = request.Sheet();
        return request.Type.Documents.Where(document => sheet.Meets(document.When));
    }

    public static IEnumerable<RowField> AskedIn(this AnswerSheet sheet, LetterField group, int row) => group.Fields.Where(field => sheet.Meets(field.When, group.Key, row));

    /// <summary>The pages of questions, in order: <c>KEY</c> of fields, <c>dokumen/KEY</c> of documents. Who is asked back gets those alone that are asked for.</summary>
    public static IReadOnlyList<string> Pages(this LetterRequest request)
    {
        var pages = request.AskedFields().Select(field => field.Key).Concat(request.AskedDocuments().Select(document => PageOf(document.Key)));
        return [.. request.State == RequestState.AskedBack ? pages.Where(page => request.AskedBack.Contains(KeyOf(page))) : pages];
    }

    public static string PageOf(string document) => "dokumen/" + document;

    /// <summary>The first page that is not answered, from one on; the check where all are.</summary>
    public static string NextPage(this LetterRequest request, string after = "")
    {
        var pages = request.Pages();
        var at = after.Length == 0 ? 0 : pages.ToList().IndexOf(after) + 1;
        if (request.State == RequestState.AskedBack) return pages.ElementAtOrDefault(at) ?? CheckPage;
        return pages.Skip(at).Concat(pages.Take(at)).FirstOrDefault(page => !request.IsSettled(page)) ?? CheckPage;
    }

    public const string CheckPage = "periksa";

    /// <summary>Whether a page needs nothing more: it was answered, or passed over where that may be.</summary>
    static bool IsSettled(this LetterRequest request, string page)
    {
        var sheet = request.Sheet();
        if (request.Type.Fields.FirstOrDefault(field => field.Key == page) is { } field)
            return sheet.Has(field.Key) && !request.IsMissing(field);
        var document = request.Type.Documents.First(document => PageOf(document.Key) == page);
        return request.Attachments.Any(attachment => attachment.Document == document.Key) || (!document.IsRequired && sheet.Has(Passed + document.Key));
    }

    /// <summary>Whether an answer that is needed is not there.</summary>
    public static bool IsMissing(this LetterRequest request, LetterField field)
    {
        var sheet = request.Sheet();
        if (field.Kind != FieldKind.Group) return field.IsRequired && sheet.Of(field.Key).Length == 0;
        return sheet.RowsOf(field) < LeastRows(field);
    }

    public static bool IsMissing(this LetterRequest request, RequiredDocument document) =>
        document.IsRequired && request.Attachments.All(attachment => attachment.Document != document.Key);

    public static int LeastRows(this LetterField group) => group.Min is { } min ? (int)min : group.IsRequired ? 1 : 0;

    public static int MostRows(this LetterField group) => Math.Min(group.Max is { } max ? (int)max : 15, 30);

    public static Answer Pass(this RequiredDocument document) => new(Passed + document.Key, "");

    /// <summary>What is sent: the answers to what is asked and nothing else.</summary>
    public static IReadOnlyList<Answer> Sent(this LetterRequest request)
    {
        var sheet = request.Sheet();
        var keys = request.AskedFields().SelectMany(field => field.Kind == FieldKind.Group
            ? Enumerable.Range(0, sheet.RowsOf(field)).SelectMany(row => sheet.AskedIn(field, row).Select(inRow => AnswerSheet.KeyOf(field.Key, row, inRow.Key)))
            : [field.Key]);
        return [.. keys.Where(key => sheet.Of(key).Length > 0).Select(key => new Answer(key, sheet.Of(key)))];
    }

    static string KeyOf(string page) => page[(page.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Api;

/// <summary>Reads a body that people write texts into, and checks what JSON itself can't tell: gaps in lists, characters that no page can show.</summary>
static class CheckedBody
{
    public static async Task<(T? Value, Refusal? Refusal)> ReadAsync<T>(HttpContext context, CancellationToken stop) where T : class
    {
        var (value, refusal) = await JsonBody.ReadAsync<T>(context, stop);
        return value is not null && Mistakes(value, context) is { Count: > 0 } mistakes ? (null, Refusal.Invalid(mistakes)) : (value, refusal);
    }

    static List<FieldError> Mistakes(object value, HttpContext context)
    {
        var mistakes = new List<FieldError>();
        var language = RequestLanguage.Of(context);
        var texts = new Texts(language, [OwnerTexts.BuiltIn.In(language)]);
        new ModelCheck(texts, (_, pointer, message) => mistakes.Add(new(pointer, new LocalText(message)))).Run(value);
        return mistakes;
    }
}

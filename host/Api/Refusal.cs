using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Api;

/// <summary>Why something that was asked for can't be done, as problem details (RFC 9457) in the reader's language.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">What is wrong and how it would be right.</param>
sealed record Refusal(int Status, LocalText Message)
{
    /// <summary>The fields that are wrong.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>What programs read, such as the scope that locks.</summary>
    public IReadOnlyDictionary<string, object?> Details { get; init; } = new Dictionary<string, object?>();

    public static Refusal NotFound { get; } = new(StatusCodes.Status404NotFound, new("Tidak ditemukan.", "There is no such thing."));

    public static Refusal Conflict(LocalText message) => new(StatusCodes.Status409Conflict, message);

    /// <summary>A conflict that a field brings about.</summary>
    public static Refusal Conflict(LocalText message, string pointer) => Conflict(message) with { Errors = [new(pointer, message)] };

    public static Refusal Invalid(params IReadOnlyList<FieldError> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, new("Isian belum benar.", "Some values are wrong.")) { Errors = errors };

    public IResult In(HttpContext context)
    {
        var language = RequestLanguage.Of(context);
        var extensions = new Dictionary<string, object?>(Details);
        if (Errors.Count > 0) extensions["errors"] = Errors.Select(error => new FieldProblem(error.Pointer, error.Message.In(language))).ToArray();
        return Results.Problem(title: Message.In(language), statusCode: Status, extensions: extensions);
    }
}

/// <summary>A field that is wrong.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) to the field, such as <c>/shown</c>.</param>
/// <param name="Message">What is wrong and how it would be right.</param>
sealed record FieldError(string Pointer, LocalText Message);

using System.Text.Json;

namespace SmartKampung.Host.Api;

/// <summary>Reads the body of a request strictly; what is wrong with it is told with a pointer to the field.</summary>
static class JsonBody
{
    static readonly LocalText NotJson = new("Kirim JSON yang benar (application/json).", "Send valid JSON (application/json).");
    static readonly LocalText WrongField = new("Bagian ini tidak dikenal atau jenisnya salah.", "This is not known, or of the wrong type.");

    public static async Task<(T? Value, Refusal? Refusal)> ReadAsync<T>(HttpContext context, CancellationToken stop) where T : class
    {
        if (!context.Request.HasJsonContentType()) return (null, new(StatusCodes.Status415UnsupportedMediaType, NotJson));
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, ApiJson.Options, stop);
            return value is null ? (null, Malformed) : (value, null);
        }
        catch (JsonException exception)
        {
            return (null, exception.Path is { Length: > 1 } path ? Refusal.Invalid(new FieldError(Pointer(path), WrongField)) : Malformed);
        }
    }

    static Refusal Malformed => new(StatusCodes.Status400BadRequest, NotJson);

    /// <summary>A JSON Pointer from the path of the exception, such as <c>$.location.latitude</c> or <c>$.officials[0].name</c>.</summary>
    static string Pointer(string path) =>
        path.TrimStart('$').Replace("['", "/", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal)
            .Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal);
}

using System.Globalization;

namespace SmartKampung.Sdk;

/// <summary>Answers of an API that tell what was wrong, as problem details (RFC 9457).</summary>
public static class Problem
{
    /// <summary>A field of the body is wrong for a reason that annotations can't tell (422).</summary>
    /// <param name="pointer">JSON Pointer (RFC 6901) to the field, such as <c>/title</c>.</param>
    /// <param name="message">A sentence in the reader's language.</param>
    public static IResult Field(string pointer, string message) => Results.Problem(
        title: message,
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?> { ["errors"] = new[] { new { pointer, detail = message } } });

    /// <summary>Someone was faster: the document changed since it was read (409).</summary>
    /// <param name="message">A sentence in the reader's language.</param>
    public static IResult Conflict(string message) => Results.Problem(title: message, statusCode: StatusCodes.Status409Conflict);

    /// <summary>There is no such thing (404).</summary>
    public static IResult NotFound() => Results.Problem(statusCode: StatusCodes.Status404NotFound);

    /// <summary>The version in an If-Match header, or null where there is none.</summary>
    /// <param name="context">The request.</param>
    public static int? IfMatch(HttpContext context) =>
        int.TryParse(context.Request.Headers.IfMatch.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartKampung.Host.Api;

/// <summary>How the API writes JSON, and reads settings: strictly by type, names in camelCase, enum members by name.</summary>
static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IResult Ok(object value) => Results.Json(value, Options);

    public static IResult Created(string address, object value) => new LocatedJson(address, value, StatusCodes.Status201Created);

    /// <summary>What was begun, and where is told how far it is.</summary>
    public static IResult Accepted(string address, object value) => new LocatedJson(address, value, StatusCodes.Status202Accepted);

    sealed class LocatedJson(string address, object value, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = address;
            return Results.Json(value, Options, statusCode: status).ExecuteAsync(httpContext);
        }
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;

namespace SmartKampung.Host.Pages;

/// <summary>Reads a JSON body strictly and checks it by its annotations; whatever is wrong is told with a pointer.</summary>
static class JsonBodyReader
{
    const int Deepest = 32;
    const int LargestBody = 1024 * 1024;

    /// <summary>Options hold the types that they read, so each module has its own, gone with its assembly.</summary>
    static readonly ConditionalWeakTable<Assembly, JsonSerializerOptions> Options = [];

    public static async Task<T> ReadAsync<T>(HttpContext context, ITexts texts) where T : class
    {
        if (!context.Request.HasJsonContentType())
            throw new BadRequestProblem(StatusCodes.Status415UnsupportedMediaType, texts["body.not_json"], []);
        Limit(context, texts);
        var value = await ParseAsync<T>(context, texts);
        Check(value, texts);
        return value;
    }

    static async Task<T> ParseAsync<T>(HttpContext context, ITexts texts) where T : class
    {
        try
        {
            var options = Options.GetValue(typeof(T).Assembly, _ => MakeOptions());
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, options, context.RequestAborted)
                ?? throw new BadRequestProblem(StatusCodes.Status400BadRequest, texts["body.malformed"], []);
        }
        catch (JsonException mistake)
        {
            throw JsonMistake.ToProblem(mistake, texts);
        }
    }

    static void Check(object value, ITexts texts)
    {
        var errors = new List<FieldProblem>();
        new ModelCheck(texts, (_, pointer, message) => errors.Add(new FieldProblem(pointer, message))).Run(value);
        if (errors.Count > 0) throw new BadRequestProblem(StatusCodes.Status422UnprocessableEntity, texts["body.invalid"], errors);
    }

    static void Limit(HttpContext context, ITexts texts)
    {
        if (context.Request.ContentLength > LargestBody)
            throw new BadRequestProblem(StatusCodes.Status413PayloadTooLarge, texts["body.too_large"], []);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false, MaxRequestBodySize: null or > LargestBody } limit)
            limit.MaxRequestBodySize = LargestBody;
    }

    static JsonSerializerOptions MakeOptions() => new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        MaxDepth = Deepest,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveObjectsToTheCheck } },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>A missing object is null, which the check tells by the field's name; a missing number or day would be taken for a zero.</summary>
    static void LeaveObjectsToTheCheck(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AssociatedParameter is not null && !property.PropertyType.IsValueType) property.IsRequired = false;
    }
}

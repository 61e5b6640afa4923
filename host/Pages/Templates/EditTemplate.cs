using System.Text;

namespace SmartKampung.Host.Pages;

/// <summary>Edits a template in one scope: what does not parse is refused with line and column, and nothing changes.</summary>
sealed class EditTemplate(TemplateLibrary templates, StoredOverrides overrides, TextLibrary texts)
{
    const string ByKey = "API";

    public IResult Show(string? scope, string owner, string name)
    {
        if (scope is null || templates.BaseText(owner, name) is not { } original) return Results.NotFound();
        var edited = overrides.Get(scope, owner, name);
        var changed = edited is not null && edited.BaseHash != StoredOverrides.HashOf(original);
        return Results.Ok(new TemplateView(owner, name, edited?.Text ?? original, edited is not null, changed, changed ? original : null));
    }

    public async Task<IResult> ReplaceAsync(string? scope, string owner, string name, HttpContext context, CancellationToken stop)
    {
        if (scope is null || templates.BaseText(owner, name) is not { } original) return Results.NotFound();
        if (await ReadAsync(context.Request, stop) is not { } text) return TooLarge(context);
        if (Mistake(owner, name, text) is { } mistake) return Refuse(mistake, context);
        var edited = new TemplateOverride { Scope = scope, Owner = owner, Name = name, Text = text, BaseHash = StoredOverrides.HashOf(original) };
        await overrides.SaveAsync(edited, ByKey, seen: null, stop);
        return Show(scope, owner, name);
    }

    public async Task<IResult> RemoveAsync(string? scope, string owner, string name, CancellationToken stop)
    {
        if (scope is null || overrides.Get(scope, owner, name) is not { } edited) return Results.NotFound();
        await overrides.RemoveAsync(edited, ByKey, seen: null, stop);
        return Results.NoContent();
    }

    /// <returns>The text, or null where it is too large.</returns>
    static async Task<string?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > TemplateLimits.TemplateLength) return null;
        var bytes = new byte[TemplateLimits.TemplateLength + 1];
        var count = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return count > TemplateLimits.TemplateLength ? null : Encoding.UTF8.GetString(bytes, 0, count);
    }

    /// <summary>Why the text is no template, or null.</summary>
    public static TemplateException? Mistake(string owner, string name, string text)
    {
        try
        {
            CompiledTemplate.Parse(owner, name, $"{owner}/{name}.html", text, isTrusted: false);
            return null;
        }
        catch (TemplateException mistake)
        {
            return mistake;
        }
    }

    IResult TooLarge(HttpContext context) => Results.Problem(
        title: texts.For(PageOwner.Host.Id, context)["template.too_large", TemplateLimits.TemplateLength / 1024],
        statusCode: StatusCodes.Status413PayloadTooLarge);

    IResult Refuse(TemplateException mistake, HttpContext context) => Results.Problem(
        title: texts.For(PageOwner.Host.Id, context)["template.mistake", mistake.Line, mistake.Column],
        detail: mistake.Reason,
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?> { ["line"] = mistake.Line, ["column"] = mistake.Column });
}

/// <summary>A template as it holds in a scope; where the one that it replaced moved on, that one stands beside it.</summary>
sealed record TemplateView(string Owner, string Name, string Text, bool Edited, bool BaseChanged, string? Base);

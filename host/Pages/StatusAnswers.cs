
namespace SmartKampung.Host.Pages;

/// <summary>Writes the answer to a request that went wrong.</summary>
sealed partial class StatusAnswers(TemplateRenderer renderer, TemplateLibrary templates, TextLibrary texts, PageRequests requests, ILogger<StatusAnswers> log)
{
    const string Maintenance = "maintenance";

    public Task WriteAsync(HttpContext context, int status, string? title = null, IReadOnlyList<FieldProblem>? errors = null)
    {
        context.Response.StatusCode = status;
        if (!WantsPage(context.Request)) return WriteProblemAsync(context, status, title, errors);
        return Render(context, status) is { } page ? PageWriter.WriteAsync(page, context) : WritePlainAsync(context, status);
    }

    Task WriteProblemAsync(HttpContext context, int status, string? title, IReadOnlyList<FieldProblem>? errors)
    {
        var extensions = new Dictionary<string, object?>();
        if (errors is { Count: > 0 }) extensions["errors"] = errors;
        if (context.Features.Get<FailedTemplate>() is { } failed) Tell(failed, extensions);
        return Results.Problem(title: title ?? TitleOf(context, status), statusCode: status, extensions: extensions).ExecuteAsync(context);
    }

    static void Tell(FailedTemplate failed, Dictionary<string, object?> extensions)
    {
        extensions["template"] = failed.Name;
        if (failed.Reason is null) return;
        (extensions["line"], extensions["column"], extensions["reason"]) = (failed.Line, failed.Column, failed.Reason);
    }

    /// <summary>A page that tells of a failure must not fail itself: what villages edited is left out where it does.</summary>
    PageOutput? Render(HttpContext context, int status)
    {
        foreach (var withEdited in new[] { true, false })
            try
            {
                return Render(context, status, withEdited);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(log, failure, status);
            }

        return null;
    }

    PageOutput? Render(HttpContext context, int status, bool withEdited)
    {
        var request = requests.Of(context, PageOwner.Host.Id);
        var template = TemplatesFor(context, status).FirstOrDefault(name => templates.Find(request.Village, PageOwner.Host.Id, name, withEdited) is not null);
        var model = context.Features.Get<StatusPageModel>()?.Model;
        return template is null ? null : renderer.RenderPage(request, template, model, null, status, withEdited);
    }

    static string[] TemplatesFor(HttpContext context, int status)
    {
        if (context.Features.Get<StatusReason>() is { } reason) return [$"status-{reason.Name}", "status"];
        return status == StatusCodes.Status503ServiceUnavailable ? [$"status-{status}", Maintenance, "status"] : [$"status-{status}", "status"];
    }

    Task WritePlainAsync(HttpContext context, int status)
    {
        var page = new PageOutput();
        var title = HtmlEscaping.Escape(TitleOf(context, status));
        page.Append($"<!doctype html><html lang=\"{RequestLanguage.Of(context)}\"><meta charset=\"utf-8\"><title>{title}</title><h1>{title}</h1></html>");
        return PageWriter.WriteAsync(page, context);
    }

    string TitleOf(HttpContext context, int status)
    {
        var host = (Texts)texts.For(PageOwner.Host.Id, context);
        if (context.Features.Get<StatusReason>() is { } reason) return host[$"status.{reason.Name}"];
        return host.Find($"status.{status}") ?? host[status < StatusCodes.Status500InternalServerError ? "status.400" : "status.500"];
    }

    /// <summary>People's browsers ask for HTML; programs ask for JSON, or call the API.</summary>
    static bool WantsPage(HttpRequest request)
    {
        if (request.PathBase.Add(request.Path).StartsWithSegments("/api")) return false;
        var accepted = request.Headers.Accept.ToString();
        return accepted.Contains("html", StringComparison.OrdinalIgnoreCase) || !accepted.Contains("json", StringComparison.OrdinalIgnoreCase);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The page for status {Status} failed")]
    static partial void LogFailure(ILogger log, Exception failure, int status);
}

/// <summary>What a status page should tell besides the status, kept in the request's features; such as the nearest villages.</summary>
sealed record StatusPageModel(object Model);

/// <summary>The template that failed; where in it and why only for those who can mend it.</summary>
/// <param name="Name">Its owner and name, such as <c>news/article</c>.</param>
sealed record FailedTemplate(string Name)
{
    public int? Line { get; init; }

    public int? Column { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Tells why, where the status alone does not; the theme has a template <c>status-NAME</c> and a text <c>status.NAME</c> for it.</summary>
sealed record StatusReason(string Name);

using Microsoft.AspNetCore.Antiforgery;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Pages;

/// <summary>
/// Answers what went wrong: problem details for programs, a page of the theme for people. What handlers throw ends here, and what has a status
/// but no body yet.
/// </summary>
sealed partial class StatusPages(RequestDelegate next, StatusAnswers answers, ILogger<StatusPages> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && failure is not OperationCanceledException { CancellationToken.IsCancellationRequested: true })
        {
            await AnswerAsync(context, failure);
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        if (IsUntold(context.Response)) await answers.WriteAsync(context, context.Response.StatusCode);
    }

    Task AnswerAsync(HttpContext context, Exception failure)
    {
        Clear(context.Response);
        if (failure is BadRequestProblem problem) return answers.WriteAsync(context, problem.Status, problem.Title, problem.Errors);
        var status = StatusOf(failure, context.Request);
        if (failure is StorageUnavailableException && DiskRoom.IsReadOnlyCauseOf(failure)) context.Features.Set(new StatusReason("read_only"));
        if (failure is TemplateException template) Tell(template, context);
        else if (status >= StatusCodes.Status500InternalServerError) LogFailure(log, failure, context.Request.Method, context.Request.PathBase + context.Request.Path);
        return answers.WriteAsync(context, status);
    }

    /// <summary>Which template failed is told to everybody; where in it and why to those who can mend it.</summary>
    void Tell(TemplateException failure, HttpContext context)
    {
        LogTemplate(log, failure, context.Request.Method, context.Request.PathBase + context.Request.Path, failure.File, failure.Line, failure.Column, failure.Reason);
        var failed = new FailedTemplate(failure.File);
        if (context.User.IsSystemAdministrator() || context.Features.Get<TemplateDraft>() is not null) failed = failed with { Line = failure.Line, Column = failure.Column, Reason = failure.Reason };
        context.Features.Set(failed);
        context.Features.Set(new StatusPageModel(new { failed }));
    }

    static int StatusOf(Exception failure, HttpRequest request) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        InvalidDataException when request.HasFormContentType => StatusCodes.Status400BadRequest, // A form that can't be read.
        StorageUnavailableException when DiskRoom.IsCauseOf(failure) => StatusCodes.Status507InsufficientStorage,
        StorageUnavailableException => StatusCodes.Status503ServiceUnavailable,
        UnauthorizedAccessException => StatusCodes.Status403Forbidden, // Outside the part of the village that a role is limited to.
        ConcurrencyException or DuplicateException => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The headers that middleware before this one set stay.</summary>
    static void Clear(HttpResponse response)
    {
        response.ContentLength = null;
        response.ContentType = null;
        response.Headers.ETag = default;
        response.Headers.LastModified = default;
        response.Headers.CacheControl = "no-store";
    }

    static bool IsUntold(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentLength: null or 0 } &&
        string.IsNullOrEmpty(response.ContentType);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    static partial void LogFailure(ILogger log, Exception failure, string method, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed: template {Template}, line {Line}, column {Column}: {Reason}")]
    static partial void LogTemplate(ILogger log, Exception failure, string method, string path, string template, int line, int column, string reason);
}

namespace SmartKampung.Sdk;

/// <summary>What a handler answers: a template with its model, or where to go instead.</summary>
public sealed class Page : IResult
{
    Page() { }

    internal string? Template { get; private init; }
    internal object? Model { get; private init; }
    internal Form? Form { get; private init; }
    internal string? Address { get; private init; }
    internal string? Message { get; private init; }
    internal int StatusCode { get; private init; } = StatusCodes.Status200OK;

    /// <summary>Shows a template.</summary>
    /// <param name="template">
    /// Its name without extension. It is looked for among the village's own templates, the district's, the regency's, the theme's and at last the module's.
    /// </param>
    /// <param name="model">
    /// An object whose public properties the template sees in snake_case, or null. Templates read records, anonymous objects, lists and
    /// dictionaries of the module and the SDK, and nothing else of .NET.
    /// </param>
    /// <param name="form">The form that the template shows with <c>form.start</c> and <c>field</c>, or null.</param>
    public static Page View(string template, object? model = null, Form? form = null) =>
        new() { Template = template, Model = model, Form = form, StatusCode = StatusOf(form) };

    /// <summary>Shows the same template with a form that was filled in wrongly: status 422, what was typed stays, messages stand beside their fields.</summary>
    public Page With(Form form) =>
        new() { Template = Template, Model = Model, Form = form, StatusCode = StatusOf(form) };

    /// <summary>Sends the browser to a page of the village after a form was done (303).</summary>
    /// <param name="path">The path as mapped.</param>
    /// <param name="message">Key of a text that the next page shows once, or null.</param>
    public static Page SeeOther(string path, string? message = null) =>
        new() { Address = path, Message = message, StatusCode = StatusCodes.Status303SeeOther };

    /// <summary>The page has a new address for good (301).</summary>
    /// <param name="path">The path as mapped.</param>
    public static Page MovedPermanently(string path) => new() { Address = path, StatusCode = StatusCodes.Status301MovedPermanently };

    /// <summary>There is no such page (404).</summary>
    public static Page NotFound() => new() { StatusCode = StatusCodes.Status404NotFound };

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) =>
        httpContext.RequestServices.GetRequiredService<IPageWriter>().WriteAsync(this, httpContext);

    static int StatusOf(Form? form) =>
        form is { IsValid: false } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}

interface IPageWriter
{
    Task WriteAsync(Page page, HttpContext context);
}

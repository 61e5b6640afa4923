namespace SmartKampung.Host.Pages;

/// <summary>A body can't be taken; the middleware answers it with problem details (RFC 9457).</summary>
sealed class BadRequestProblem(int status, string title, IReadOnlyList<FieldProblem> errors) : Exception(title)
{
    public int Status { get; } = status;

    public string Title { get; } = title;

    public IReadOnlyList<FieldProblem> Errors { get; } = errors;
}

/// <summary>What is wrong with one field: a JSON Pointer (RFC 6901) to it, such as <c>/tags/0</c>, and a sentence in the reader's language.</summary>
sealed record FieldProblem(string Pointer, string Detail);

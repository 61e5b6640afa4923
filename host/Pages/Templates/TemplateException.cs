using Scriban.Parsing;

namespace SmartKampung.Host.Pages;

/// <summary>A template can't be used, or did what it may not. The message begins with file, line and column.</summary>
sealed class TemplateException : FormatException
{
    public TemplateException(string file, int line, int column, string reason, Exception? cause = null)
        : base($"{file}:{line}:{column}: {reason}", cause) => (File, Line, Column, Reason) = (file, line, column, reason);

    public string File { get; }

    public int Line { get; }

    public int Column { get; }

    public string Reason { get; }

    public static TemplateException At(SourceSpan span, string reason, Exception? cause = null) =>
        new(span.FileName ?? "template", span.Start.Line + 1, span.Start.Column + 1, reason, cause);
}

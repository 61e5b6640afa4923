using Scriban;
using Scriban.Parsing;

namespace SmartKampung.Host.Pages;

/// <summary>
/// A template that parsed without error. Its owner, a module's id or "host" for the theme, is whose texts and assets it uses.
/// It is trusted when it came with the theme or a module, and was not edited by a village, district or regency.
/// </summary>
sealed record CompiledTemplate(string Owner, string File, Template Parsed, bool IsTrusted)
{
    const int LargestGuess = 32 * 1024;

    static readonly ParserOptions Options = new() { ExpressionDepthLimit = TemplateLimits.ExpressionDepth };

    readonly Lazy<TemplateStatement?> compiled = new(() => IsTrusted ? StatementCompiler.Compile(Parsed.Page!) : null);

    /// <summary>How much it is likely to write: as much as the last time.</summary>
    public int ExpectedLength { get; private set; }

    /// <param name="owner">Whose it is.</param>
    /// <param name="name">Its name, with or without its owner; what fails later is told by both, since visitors see that.</param>
    /// <param name="file">Where it stands; what does not parse is told by that.</param>
    /// <param name="text">The template.</param>
    /// <param name="isTrusted">Whether it came with the theme or a module.</param>
    /// <exception cref="TemplateException">The text does not parse, or is too long.</exception>
    public static CompiledTemplate Parse(string owner, string name, string file, string text, bool isTrusted)
    {
        if (text.Length > TemplateLimits.TemplateLength)
            throw new TemplateException(file, 1, 1, $"A template has at most {TemplateLimits.TemplateLength / 1024} KB.");
        var parsed = Template.Parse(text, FullName(owner, name), Options);
        if (parsed.HasErrors && parsed.Messages.FirstOrDefault(message => message.Type == ParserMessageType.Error) is { } error)
            throw new TemplateException(file, error.Span.Start.Line + 1, error.Span.Start.Column + 1, error.Message);
        new TriviaRemoval().Visit(parsed.Page);
        return new CompiledTemplate(owner, file, parsed, isTrusted);
    }

    static string FullName(string owner, string name) => name.StartsWith(owner + "/", StringComparison.Ordinal) ? name : $"{owner}/{name}";

    /// <summary>Runs it; what was edited runs as Scriban does, whose limits hold at each node.</summary>
    public void Run(PageTemplateContext context, PageOutput output)
    {
        if (compiled.Value is { } statement) statement.Run(context, output);
        else context.Evaluate(Parsed.Page!);
    }

    public void Wrote(int length) => ExpectedLength = Math.Min(length, LargestGuess);
}

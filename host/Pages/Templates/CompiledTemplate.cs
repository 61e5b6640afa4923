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

    /// <summary>How much it is likely to write: as much as the last time.</summary>
    public int ExpectedLength { get; private set; }

    /// <exception cref="TemplateException">The text does not parse, or is too long.</exception>
    public static CompiledTemplate Parse(string owner, string file, string text, bool isTrusted)
    {
        if (text.Length > TemplateLimits.TemplateLength)
            throw new TemplateException(file, 1, 1, $"A template has at most {TemplateLimits.TemplateLength / 1024} KB.");
        var parsed = Template.Parse(text, file, Options);
        if (parsed.HasErrors && parsed.Messages.FirstOrDefault(message => message.Type == ParserMessageType.Error) is { } error)
            throw TemplateException.At(error.Span, error.Message);
        return new CompiledTemplate(owner, file, parsed, isTrusted);
    }

    public void Wrote(int length) => ExpectedLength = Math.Min(length, LargestGuess);
}

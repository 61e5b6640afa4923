using Scriban.Parsing;

namespace SmartKampung.Host.Pages;

/// <summary>What a compiled template does: writes, chooses, repeats.</summary>
/// <param name="span">Where it stands in the template.</param>
abstract class TemplateStatement(SourceSpan span)
{
    public SourceSpan Span => span;

    public abstract void Run(PageTemplateContext context, PageOutput output);
}

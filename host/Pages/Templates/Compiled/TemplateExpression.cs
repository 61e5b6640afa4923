namespace SmartKampung.Host.Pages;

/// <summary>What a compiled template reads.</summary>
abstract class TemplateExpression
{
    public abstract object? Read(PageTemplateContext context);
}

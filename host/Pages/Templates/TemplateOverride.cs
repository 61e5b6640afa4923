using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Pages;

/// <summary>A template as a village, a district or the regency edited it.</summary>
sealed record TemplateOverride : Document, IScoped
{
    /// <summary><c>regency</c>, <c>district:CODE</c> or <c>village:ID</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>The module's id, or "host" for the theme's own templates.</summary>
    public required string Owner { get; init; }

    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>The hash of the template that it replaced when it was written, to tell when that moved on.</summary>
    public required string BaseHash { get; init; }
}

namespace SmartKampung.Host.Pages;

/// <summary>Knows the templates that a village, its district or the regency edited.</summary>
interface ITemplateOverrides
{
    /// <summary>The nearest edited text: the village's, else its district's, else the regency's, else null. The same text is the same object.</summary>
    string? Find(Village? village, string owner, string name);
}


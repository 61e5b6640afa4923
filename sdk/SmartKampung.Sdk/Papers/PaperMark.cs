namespace SmartKampung.Sdk;

/// <summary>
/// What is written into a paper that is made, and maybe signed, already: a template in a place that the paper kept free. The place is what lies between
/// two empty elements of it, by their ids: the upper left corner has the place's name, the lower right one the name with <c>-end</c>. In the theme's
/// <c>paper</c> that is <c>&lt;div class="place"&gt;&lt;i id="NAME"&gt;&lt;/i&gt;&lt;i id="NAME-end"&gt;&lt;/i&gt;&lt;/div&gt;</c>.
/// </summary>
/// <param name="Place">The name of the place. A paper without it stays as it is.</param>
/// <param name="Template">A template of this module; what is too long for the place is written smaller.</param>
/// <param name="Model">What the template writes; everything is escaped but <see cref="Html"/>.</param>
public sealed record PaperMark(string Place, string Template, object? Model = null)
{
    /// <summary>The language of its texts and dates, <c>id</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "id";
}

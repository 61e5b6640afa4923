namespace SmartKampung.Host.Pages;

/// <summary>The state of one page while its templates run.</summary>
sealed class Rendering(PageRequest request, TemplateLibrary templates, TextLibrary texts, AssetLibrary assets)
{
    ITexts? ownTexts;

    public PageRequest Request { get; } = request;

    public TemplateLibrary Templates { get; } = templates;

    public AssetLibrary Assets { get; } = assets;

    public PageHead Head { get; } = new();

    public Form? Form { get; init; }

    /// <summary>Whether edited templates are used; a page that tells of their failure does without.</summary>
    public bool WithEdited { get; init; } = true;

    /// <summary>How long its templates may take, where that differs from the limits.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Whose template runs at the moment: its texts and assets are meant.</summary>
    public string Owner
    {
        get;
        set
        {
            if (field != value) ownTexts = null;
            field = value;
        }
    } = request.Owner;

    public ITexts Texts => ownTexts ??= texts.For(Owner, Request.Language);

    public CompiledTemplate? Find(string owner, string name)
    {
        var found = Templates.Find(Request.Village, owner, name, WithEdited);
        return WithEdited && Request.Draft is { } draft && draft.IsFor(found, name) ? draft.Compiled : found;
    }
}

using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>A setting as its form shows it.</summary>
/// <param name="Name">The name that is sent.</param>
/// <param name="Id">Of its control, so that messages lead to it.</param>
/// <param name="Kind">A <see cref="SettingKind" /> in lower case.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Value">What the control holds; several of a list are lines.</param>
/// <param name="Source">Which value holds, and where it comes from.</param>
sealed record SettingField(string Name, string Id, string Kind, string Label, string Value, string Source)
{
    public string Hint { get; init; } = "";

    public string Unit { get; init; } = "";

    public string Section { get; init; } = "";

    public string Error { get; init; } = "";

    public int? MaxLength { get; init; }

    /// <summary>Whether somebody above keeps the village from setting it.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether the village sets it itself, and so can go back to what it would inherit.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether narrower scopes can be kept from setting it.</summary>
    public bool CanLock { get; init; }

    /// <summary>Whether they are.</summary>
    public bool LocksBelow { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>The records of a list.</summary>
    public IReadOnlyList<SettingRow> Rows { get; init; } = [];

    /// <summary>The picture that is chosen, or null.</summary>
    public MediaPicture? Picture { get; init; }

    /// <summary>The options or lines of <see cref="Value" />.</summary>
    public IReadOnlyList<string> Chosen => Value.Split('\n');
}

/// <summary>The settings that stand under one heading.</summary>
sealed record SettingSection(string Name, IReadOnlyList<SettingField> Fields);

namespace SmartKampung.Host.Pages;

/// <summary>A template as it was edited once.</summary>
sealed record TemplateRevision : Document
{
    /// <summary>Which template, and of whom.</summary>
    public required string Template { get; init; }

    /// <summary>Counts the changes of the template, from 1.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>Whether it was given back to the original then.</summary>
    public bool IsOriginal { get; init; }

    /// <summary>Who edited it.</summary>
    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    public static string KeyOf(string scope, string owner, string name) => $"{scope} {owner}/{name}";
}

namespace SmartKampung.Host.Media;

/// <summary>A picture or document of a village's library. Pictures are shown once they have sizes; until then the upload waits in the inbox.</summary>
sealed record MediaItem : Document
{
    /// <summary>What people call it, with its extension.</summary>
    public required string Name { get; init; }

    public required bool IsPicture { get; init; }

    /// <summary>What a person who can't see the picture should know.</summary>
    public string Alt { get; init; } = "";

    /// <summary>Whether the picture says nothing, so that nothing is to be read out.</summary>
    public bool IsDecorative { get; init; }

    public Guid? Folder { get; init; }

    /// <summary>The hash of what was uploaded, so that nothing is kept twice; null for what was removed.</summary>
    public string? Hash { get; init; }

    /// <summary>The bytes that it takes.</summary>
    public long Length { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>The upload in the inbox that is to be prepared, or null.</summary>
    public string? Waiting { get; init; }

    /// <summary>Why the last upload could not be prepared; null where all is well.</summary>
    public MediaRefusal? Failure { get; init; }

    /// <summary>The widths of a picture, smallest first.</summary>
    public IReadOnlyList<PictureSize> Sizes { get; init; } = [];

    /// <summary>The names of all its stored files.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Removed by staff; its files go next.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Whether pages can show it.</summary>
    public bool IsReady { get; init; }

    /// <summary>Whether somebody still has to say what the picture shows.</summary>
    public bool NeedsAlt => IsPicture && !IsDecorative && Alt.Length == 0;
}

/// <summary>Keeps what belongs together.</summary>
sealed record MediaFolder : Document
{
    public required string Name { get; init; }
}

/// <summary>Where a document of a module shows files of the library; saved with that document.</summary>
sealed record MediaUse : Document
{
    public required string Module { get; init; }

    public required string Title { get; init; }

    public required string Path { get; init; }

    public IReadOnlyList<Guid> Media { get; init; } = [];
}

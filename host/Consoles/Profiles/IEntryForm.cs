namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>The fields of one entry of a list in the profile.</summary>
/// <typeparam name="TSelf">The form itself.</typeparam>
/// <typeparam name="TEntry">What it edits.</typeparam>
interface IEntryForm<TSelf, TEntry> where TSelf : class, IEntryForm<TSelf, TEntry> where TEntry : class
{
    /// <summary>The member of the profile as JSON Pointers name it, such as <c>/officials</c>.</summary>
    static abstract string Pointer { get; }

    static abstract IReadOnlyList<TEntry> In(VillageProfile profile);

    static abstract VillageProfile With(VillageProfile profile, List<TEntry> entries);

    static abstract TSelf Of(TEntry entry);

    /// <summary>How the list tells the entry.</summary>
    static abstract EntryLine Told(TEntry entry, string language);

    /// <summary>The field that tells what an entry's picture shows; null where entries have none.</summary>
    static virtual string? AltField => null;

    /// <summary>Whether there is no entry without a picture.</summary>
    static virtual bool NeedsPicture => false;

    /// <summary>The entry's picture, where entries have one.</summary>
    static virtual VillagePicture? PictureIn(TEntry entry) => null;

    /// <summary>The entry that was typed.</summary>
    /// <param name="chosen">The picture.</param>
    /// <param name="present">The entry as it was, or null for a new one.</param>
    TEntry ToEntry(ChosenPicture chosen, TEntry? present);
}

/// <summary>An entry as its list tells it.</summary>
sealed record EntryLine(string Title, string Text);

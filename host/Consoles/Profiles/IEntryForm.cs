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

    /// <summary>The picture that was sent, where entries have one.</summary>
    IFormFile? Sent => null;

    /// <summary>The entry that was typed.</summary>
    /// <param name="picture">The picture that was sent and saved, else null.</param>
    TEntry ToEntry(string? picture);
}

/// <summary>An entry as its list tells it.</summary>
sealed record EntryLine(string Title, string Text, string? Picture = null);

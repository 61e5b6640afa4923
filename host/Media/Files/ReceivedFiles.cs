namespace SmartKampung.Host.Media;

/// <summary>What an upload sent: its fields, and its files in the inbox, which are gone when it is disposed unless they were kept.</summary>
sealed class ReceivedFiles : IDisposable
{
    readonly Dictionary<string, string> fields = [];

    public List<ReceivedFile> Files { get; } = [];

    public string this[string field]
    {
        get => fields.GetValueOrDefault(field, "");
        set => fields[field] = value;
    }

    public void Dispose()
    {
        foreach (var file in Files) File.Delete(file.Path);
    }
}

/// <summary>A file as it arrived.</summary>
/// <param name="Name">The name that it was sent with, whatever it is.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Hash">Of its content.</param>
/// <param name="Refusal">Why it did not arrive whole, or null.</param>
sealed record ReceivedFile(string Name, string Path, long Length, string Hash, MediaRefusal? Refusal = null);

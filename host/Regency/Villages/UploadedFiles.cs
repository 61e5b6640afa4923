using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Regency;

/// <summary>Keeps a file between the page that checks it and the button that uses it, for a day at most.</summary>
sealed class UploadedFiles(DataFolder data, TimeProvider clock)
{
    static readonly TimeSpan Life = TimeSpan.FromDays(1);

    readonly string folder = Path.Combine(data.Path, "uploads");

    public async Task<Guid> KeepAsync(IFormFile file, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        DropOld();
        var id = Guid.NewGuid();
        await using var kept = new FileStream(PathOf(id), Options());
        await file.CopyToAsync(kept, stop);
        return id;
    }

    /// <summary>The file, or null where it was used already or is too old.</summary>
    public Stream? Open(Guid id) => File.Exists(PathOf(id)) ? File.OpenRead(PathOf(id)) : null;

    public void Drop(Guid id) => File.Delete(PathOf(id));

    void DropOld()
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            if (File.GetLastWriteTimeUtc(file) < clock.GetUtcNow() - Life) File.Delete(file);
    }

    string PathOf(Guid id) => Path.Combine(folder, id.ToString("N"));

    static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}

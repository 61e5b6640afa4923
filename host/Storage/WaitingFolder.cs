namespace SmartKampung.Host.Storage;

/// <summary>Where files of modules wait for their work: outside of all that is served and backed up, each module in a village for itself.</summary>
sealed class WaitingFolder(DataFolder data, IDiskSync sync, DiskRoom room, TimeProvider clock)
{
    public IWaitingFiles Of(Guid village, string module) => new WaitingFiles(Path.Combine(data.Path, "waiting", village.ToString(), module), sync, room, clock);

    sealed class WaitingFiles(string folder, IDiskSync sync, DiskRoom room, TimeProvider clock) : IWaitingFiles
    {
        static readonly TimeSpan Life = TimeSpan.FromDays(7);

        const string Unfinished = ".tmp";

        public async Task<string> KeepAsync(Stream content, CancellationToken stop = default)
        {
            room.Demand();
            Directory.CreateDirectory(folder);
            Tidy();
            var name = Guid.NewGuid().ToString("N");
            var path = Path.Combine(folder, name);
            try
            {
                await WriteAsync(content, path + Unfinished, stop);
                File.Move(path + Unfinished, path);
                return name;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new StorageUnavailableException("The file can't be kept: " + failure.Message, failure);
            }
            finally
            {
                File.Delete(path + Unfinished);
            }
        }

        public Stream? Open(string name) => PathOf(name) is { } path && File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 81_920, FileOptions.Asynchronous)
            : null;

        public void Remove(string name)
        {
            if (PathOf(name) is { } path && File.Exists(path)) File.Delete(path);
        }

        string? PathOf(string name) => Guid.TryParseExact(name, "N", out _) ? Path.Combine(folder, name) : null;

        async Task WriteAsync(Stream content, string path, CancellationToken stop)
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            await content.CopyToAsync(file, stop);
            sync.SyncFile(file.SafeFileHandle);
        }

        void Tidy()
        {
            var before = clock.GetUtcNow().UtcDateTime - Life;
            foreach (var file in Directory.EnumerateFiles(folder).Where(file => File.GetLastWriteTimeUtc(file) < before).ToList()) File.Delete(file);
        }
    }
}

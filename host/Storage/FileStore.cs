using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SmartKampung.Host.Storage;

/// <summary>Files of every partition, in folders of their own below the data folder.</summary>
sealed partial class FileStore(DataFolder folder, IDiskSync sync, DiskRoom room)
{
    public IFileStore For(Partition partition) => new PartitionFiles(Path.Combine(folder.Path, "files", NameOf(partition)), sync, room);

    /// <summary>The names of all files of a partition.</summary>
    public IEnumerable<string> NamesIn(Partition partition)
    {
        var files = Path.Combine(folder.Path, "files", NameOf(partition));
        if (!Directory.Exists(files)) return [];
        return Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Where(file => StoredName().IsMatch(file));
    }

    /// <summary>Deletes a file that nothing names any more; nothing happens where there is none.</summary>
    public void Delete(Partition partition, string file)
    {
        var path = Path.Combine(folder.Path, "files", NameOf(partition), file[..2], file);
        if (File.Exists(path)) File.Delete(path);
    }

    /// <summary>The bytes of all files of a partition.</summary>
    public long SizeOf(Partition partition) => NamesIn(partition).Sum(name => new FileInfo(Path.Combine(folder.Path, "files", NameOf(partition), name[..2], name)).Length);

    /// <summary>Whether a file may have this name: the hash of its content, and a kind that is kept.</summary>
    public static bool IsName(string name) => StoredName().IsMatch(name) && FileKinds.ContentTypeOf(name) is not null;

    static string NameOf(Partition partition) => partition.Kind switch
    {
        PartitionKind.Village => partition.Id.ToString(),
        PartitionKind.Portal => "portal",
        _ => "installation",
    };

    [GeneratedRegex(@"^[0-9a-f]{64}\.[a-z0-9]{2,5}\z")]
    private static partial Regex StoredName();

    sealed class PartitionFiles(string folder, IDiskSync sync, DiskRoom room) : IFileStore
    {
        public async Task<string> SaveAsync(Stream content, string extension, CancellationToken stop = default)
        {
            if (!FileKinds.Allows(extension)) throw new ArgumentException($"Files of the kind '{extension}' are not served.", nameof(extension));
            room.Demand();
            try
            {
                return await SaveWholeAsync(content, extension, stop);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new StorageUnavailableException("The file can't be saved: " + failure.Message, failure);
            }
        }

        public Task<Stream?> OpenAsync(string file, CancellationToken stop = default)
        {
            stop.ThrowIfCancellationRequested();
            if (!StoredName().IsMatch(file) || !File.Exists(PathOf(file))) return Task.FromResult<Stream?>(null);
            return Task.FromResult<Stream?>(new FileStream(PathOf(file), new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            }));
        }

        string PathOf(string file) => Path.Combine(folder, file[..2], file);

        /// <summary>Under a temporary name first, so that a file of the right name is always whole.</summary>
        async Task<string> SaveWholeAsync(Stream content, string extension, CancellationToken stop)
        {
            Directory.CreateDirectory(folder);
            var temporary = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
            try
            {
                var name = await CopyAsync(content, temporary, stop) + "." + extension;
                Keep(temporary, PathOf(name));
                return name;
            }
            finally
            {
                File.Delete(temporary);
            }
        }

        async Task<string> CopyAsync(Stream content, string path, CancellationToken stop)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            var buffer = new byte[81_920];
            for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
            }

            sync.SyncFile(file.SafeFileHandle);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }

        void Keep(string temporary, string path)
        {
            if (File.Exists(path)) return;
            var shelf = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(shelf);
            File.Move(temporary, path, overwrite: true);
            sync.SyncFolder(shelf);
        }
    }
}

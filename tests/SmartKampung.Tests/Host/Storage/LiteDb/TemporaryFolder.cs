using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("smartkampung-").FullName;

    public DataFolder Data => new(Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

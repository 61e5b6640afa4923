using SmartKampung.Host.Background;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>A module's private files in its unit of work: what is removed goes when that is saved.</summary>
sealed class ModulePrivateFiles(PrivateFiles files, VillageUnit unit) : IPrivateFiles
{
    public Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken stop = default) => files.SaveAsync(content, stop);

    public Task<byte[]?> ReadAsync(string name, CancellationToken stop = default) => files.ReadAsync(name, stop);

    public void Remove(string name) => unit.AfterSave(() => files.Remove(name));
}

using System.Text;
using System.Text.Json;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>
/// Which stored files are named beside the library. Files are kept under the hash of their content, so a module, or the profile, that keeps the
/// same as the library keeps the same file. What the village has is read for it, from a copy, until all of them are found; files are dropped seldom, and many at once.
/// The records tell of files that are gone too, and need none.
/// </summary>
sealed class NamedFiles(IDocumentStore store, VillageCards cards, VillageRegistry villages)
{
    public async Task<IReadOnlySet<string>> AmongAsync(Guid village, IReadOnlyCollection<string> files, CancellationToken stop)
    {
        var named = new HashSet<string>();
        if (files.Count == 0) return named;
        var wanted = files.ToDictionary(file => file, Encoding.ASCII.GetBytes);
        if (villages.Find(village) is { } entry) Look(JsonSerializer.SerializeToUtf8Bytes(await cards.ReadAsync(entry, stop)));
        if (wanted.Count == 0) return named;
        using var copy = store.Copy(Partition.OfVillage(village));
        foreach (var body in copy.Types.Where(type => type.Owner is not (MediaDocuments.Owner or AuditDocuments.Owner)).SelectMany(copy.Stream).TakeWhile(_ => wanted.Count > 0))
        {
            stop.ThrowIfCancellationRequested();
            Look(body);
        }

        return named;

        void Look(byte[] body)
        {
            foreach (var (file, name) in wanted)
                if (body.AsSpan().IndexOf(name) >= 0 && named.Add(file)) wanted.Remove(file);
        }
    }
}

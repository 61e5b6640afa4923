using System.Text;
using System.Text.Json;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>
/// Which stored files are named beside the library. Files are kept under the hash of their content, so a module, or the profile, that keeps the
/// same as the library keeps the same file. Everything of the village is read for it, from a copy; the library drops files seldom.
/// </summary>
sealed class NamedFiles(IDocumentStore store, VillageDocuments villages)
{
    public async Task<IReadOnlySet<string>> AmongAsync(Guid village, IReadOnlyCollection<string> files, CancellationToken stop)
    {
        var named = new HashSet<string>();
        if (files.Count == 0) return named;
        var wanted = files.ToDictionary(file => file, Encoding.ASCII.GetBytes);
        var record = await villages.OpenSession().LoadAsync<ProfileRecord>(village, stop);
        Look(JsonSerializer.SerializeToUtf8Bytes(record));
        using var copy = store.Copy(Partition.OfVillage(village));
        foreach (var body in copy.Types.Where(type => type.Owner != MediaDocuments.Owner).SelectMany(copy.Stream))
        {
            stop.ThrowIfCancellationRequested();
            Look(body);
        }

        return named;

        void Look(byte[] body)
        {
            foreach (var (file, name) in wanted)
                if (body.AsSpan().IndexOf(name) >= 0) named.Add(file);
        }
    }
}

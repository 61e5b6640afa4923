using System.Security.Cryptography;
using System.Text;

namespace SmartKampung.Host.Media;

/// <summary>Notes with a module's document, in its unit of work, which files of the library it shows.</summary>
sealed class NoteMediaUse(MediaDocuments documents)
{
    public async Task RunAsync(IDocumentSession unit, string module, MediaUseRegistration registration, Document document, bool isDeleted, CancellationToken stop)
    {
        var session = documents.Join(unit);
        var id = IdOf(module, registration.Type, document.Id);
        var present = await session.LoadAsync<MediaUse>(id, stop);
        Guid[] media = isDeleted ? [] : [.. registration.Media(document).Distinct()];
        if (media.Length > 0) session.Store(Of(module, registration.Place(document), media) with { Id = id, Version = present?.Version ?? 0 });
        else if (present is not null) session.Delete(present);
    }

    static MediaUse Of(string module, MediaPlace place, Guid[] media) => new() { Module = module, Title = place.Title, Path = place.Path, Media = media };

    /// <summary>Documents of two types may have one id.</summary>
    static Guid IdOf(string module, Type type, Guid document) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{module}/{type.Name}/{document}")).AsSpan(0, 16));
}

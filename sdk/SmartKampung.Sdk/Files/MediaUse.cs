using System.Text.RegularExpressions;

namespace SmartKampung.Sdk;

/// <summary>Tells the media library where its files are used, so that nobody removes what is shown somewhere.</summary>
public static class MediaRegistrations
{
    /// <summary>
    /// Whenever a <typeparamref name="T"/> is saved or deleted, the library notes in the same unit of work which of its files the document shows.
    /// Documents that were saved before a module says this are noted when they are saved next.
    /// </summary>
    /// <typeparam name="T">A document type of this module.</typeparam>
    /// <param name="services">The module's services.</param>
    /// <param name="media">The ids that a document holds; for texts, <see cref="MediaLinks.In"/>. Must depend on the document alone.</param>
    /// <param name="place">What the document is called, and where staff find it.</param>
    public static IServiceCollection AddMediaUse<T>(this IServiceCollection services, Func<T, IEnumerable<Guid>> media, Func<T, MediaPlace> place)
        where T : Document =>
        services.AddSingleton(new MediaUseRegistration(typeof(T), document => media((T)document), document => place((T)document)));
}

/// <summary>Where a file of the library is used.</summary>
/// <param name="Title">What people call the place, such as an article's title.</param>
/// <param name="Path">The path of a page of the village, as mapped.</param>
public sealed record MediaPlace(string Title, string Path);

/// <summary>The library's files in texts.</summary>
public static partial class MediaLinks
{
    /// <summary>The ids of the files whose addresses (<see cref="MediaPicture.Address"/>) stand in a text, each once.</summary>
    public static IReadOnlyList<Guid> In(string html) => [.. Address().Matches(html).Select(match => Guid.Parse(match.Groups[1].Value)).Distinct()];

    [GeneratedRegex(@"/berkas/media/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}

sealed record MediaUseRegistration(Type Type, Func<Document, IEnumerable<Guid>> Media, Func<Document, MediaPlace> Place);

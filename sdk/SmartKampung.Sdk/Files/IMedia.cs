namespace SmartKampung.Sdk;

/// <summary>
/// The village's media library: pictures and documents that staff upload once and place in many pages. Documents and settings of a module hold
/// ids alone; what readers see is asked for here, so that a new description or a replaced file shows everywhere. A kept page that asked is
/// made anew when it changes. Another village's ids find nothing; neither does any id at the portal.
/// </summary>
public interface IMedia
{
    /// <summary>A picture to place with the template function <c>picture</c>; null for no id, and where there is none that is ready.</summary>
    Task<MediaPicture?> FindPictureAsync(Guid? id, CancellationToken stop = default);

    /// <summary>Many pictures in one query; those that are gone or not ready yet are left out.</summary>
    Task<IReadOnlyDictionary<Guid, MediaPicture>> FindPicturesAsync(IEnumerable<Guid> ids, CancellationToken stop = default);

    /// <summary>What a form offers to choose from: the newest pictures that are ready and described, and those that are chosen already, in one or two queries.</summary>
    /// <param name="chosen">The ids that the form holds now.</param>
    /// <param name="stop">Cancels the query.</param>
    Task<IReadOnlyList<MediaChoice>> ListPicturesAsync(IEnumerable<Guid> chosen, CancellationToken stop = default);

    /// <summary>
    /// Takes a picture into the library: recognised by its content, written anew without the camera's notes, and within the same limits as what
    /// staff upload. Returns once it is ready; a large one takes about a second, so many belong into background work. It is in the library at once,
    /// whatever becomes of the session. The same picture is taken once: who brings it again gets the one that is there, with its description.
    /// </summary>
    /// <param name="content">The picture, read to its end.</param>
    /// <param name="name">What people are to call it; folders in it and its extension count for nothing.</param>
    /// <param name="alt">What a person who cannot see the picture should know, at most 250 characters; empty where nobody said it yet.</param>
    /// <param name="stop">Cancels the taking.</param>
    /// <exception cref="StorageUnavailableException">There is no room on the disk, or it can't be prepared at the moment.</exception>
    Task<AddedPicture> AddPictureAsync(Stream content, string name, string alt, CancellationToken stop = default);

    /// <summary>A document to link to; null for no id, and where there is none.</summary>
    Task<MediaDocument?> FindDocumentAsync(Guid? id, CancellationToken stop = default);
}

/// <summary>A picture of the library, ready to be shown.</summary>
/// <param name="Id">What documents and settings hold.</param>
/// <param name="Alt">What a person who cannot see the picture should know; empty for decoration.</param>
/// <param name="Address">An address for texts: it stays when the picture is replaced. <see cref="MediaLinks.In"/> finds it again.</param>
/// <param name="Sizes">The widths that it is kept in, smallest first, at least one.</param>
public sealed record MediaPicture(Guid Id, string Alt, string Address, IReadOnlyList<PictureSize> Sizes)
{
    /// <summary>One file of it, for feeds and previews: the smallest that is at least as wide, or the largest there is.</summary>
    /// <param name="width">In pixels.</param>
    public StoredPicture At(int width)
    {
        var size = Sizes.FirstOrDefault(size => size.Width >= width) ?? Sizes[^1];
        return new(size.File, Alt, size.Width, size.Height);
    }
}

/// <summary>A picture in one width.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="WebP">The file as WebP.</param>
/// <param name="File">The file as JPEG, or as PNG where it is transparent.</param>
public sealed record PictureSize(int Width, int Height, string WebP, string File);

/// <summary>A document of the library.</summary>
/// <param name="Id">What documents and settings hold.</param>
/// <param name="Name">What people call it, with its extension.</param>
/// <param name="Address">Where it is downloaded; it stays when the document is replaced.</param>
/// <param name="Length">In bytes.</param>
public sealed record MediaDocument(Guid Id, string Name, string Address, long Length);

/// <summary>A picture of the library as a form offers it.</summary>
/// <param name="Value">Its id, as forms send it.</param>
/// <param name="Text">What people know it by.</param>
public sealed record MediaChoice(string Value, string Text);

/// <summary>What became of a picture that a module brought.</summary>
/// <param name="Picture">The picture, or null where it was not taken.</param>
/// <param name="Problem">Why it was not taken, or null.</param>
public sealed record AddedPicture(MediaPicture? Picture, MediaProblem? Problem);

/// <summary>Why a picture is not taken into the library.</summary>
public enum MediaProblem
{
    /// <summary>It is no picture that the library takes, or it is broken.</summary>
    NotAPicture,

    /// <summary>It has too many bytes or pixels.</summary>
    TooLarge,

    /// <summary>The village's library is full.</summary>
    NoRoom,
}

namespace SmartKampung.Sdk;

/// <summary>Makes addresses of pages of the present village, or of the portal where no village is present.</summary>
public interface IAddresses
{
    /// <summary>The address of a page on the same host, in the reader's language.</summary>
    /// <param name="path">The path as mapped, such as <c>/berita</c>.</param>
    /// <returns>The path with the village's and the language's prefix, such as <c>/tamansari-licin/en/berita</c>.</returns>
    string Path(string path);

    /// <summary>The full address of a page, for feeds, letters and shared links.</summary>
    /// <param name="path">The path as mapped, such as <c>/berita</c>.</param>
    Uri Absolute(string path);

    /// <summary>The address of a stored file.</summary>
    /// <param name="file">What <see cref="IFileStore.SaveAsync"/> returned.</param>
    string File(string file);

    /// <summary>The address of a page in a village, seen from the portal.</summary>
    /// <param name="slug">The village's slug.</param>
    /// <param name="path">The path as mapped there.</param>
    string InVillage(string slug, string path);
}

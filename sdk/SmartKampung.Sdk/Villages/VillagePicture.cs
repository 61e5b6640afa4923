namespace SmartKampung.Sdk;

/// <summary>A picture in a village's profile, to place with the template function <c>picture</c>. What becomes of it in the media library, the host brings here.</summary>
/// <param name="Media">Its id in the media library; null for a file that is kept beside it.</param>
/// <param name="Alt">What a person who cannot see the picture should know; empty for decoration.</param>
/// <param name="Sizes">The widths that it is kept in, smallest first; none while it is being prepared.</param>
public sealed record VillagePicture(Guid? Media, string Alt, IReadOnlyList<PictureSize> Sizes);

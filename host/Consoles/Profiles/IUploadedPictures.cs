namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Takes pictures that staff sends for the profile. What the picture is, its content says, never its name.</summary>
interface IUploadedPictures
{
    Task<TakenPicture> TakeAsync(Village village, IFormFile sent, PictureUse use, CancellationToken stop);
}

/// <summary>What became of a picture that was sent.</summary>
/// <param name="Picture">The picture as it is kept, or null where it was refused.</param>
/// <param name="Mistake">The key of what is wrong with it, or null.</param>
sealed record TakenPicture(StoredPicture? Picture, string? Mistake);

/// <summary>What a picture is for, which says how large it is kept.</summary>
/// <param name="Longest">Pixels of the longer side at most.</param>
/// <param name="IsSquare">Whether the middle of it is cut out.</param>
sealed record PictureUse(int Longest, bool IsSquare)
{
    public static PictureUse Portrait { get; } = new(480, IsSquare: true);

    public static PictureUse Emblem { get; } = new(512, IsSquare: false);

    public static PictureUse Hero { get; } = new(1600, IsSquare: false);
}

using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Media;

/// <summary>What staff say of an item.</summary>
sealed record Description(
    [StringLength(250), Display(Name = "media.alt")] string? Alt,
    [Display(Name = "media.is_decorative")] bool IsDecorative,
    [Display(Name = "media.folder")] Guid? Folder);

/// <summary>A folder's name.</summary>
sealed record FolderName([Required, StringLength(60), Display(Name = "media.folder_name")] string Name);

namespace SmartKampung.Host.Media;

/// <summary>Why a file is not taken; each has a text of its own.</summary>
enum MediaRefusal
{
    WrongKind,
    NoPicture,
    Svg,
    Heic,
    TooLarge,
    TooManyPixels,
    Broken,
    Bomb,
    Macros,
    VillageFull,
    DiskFull,
    OtherKind,
    SameAsOther,
    TooMany,
}

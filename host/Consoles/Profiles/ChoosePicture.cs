using Microsoft.Extensions.Options;
using SmartKampung.Host.Media;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>A picture of the profile is sent, chosen from the village's library, left as it is, or taken away.</summary>
sealed class ChoosePicture(SendPicture send, FollowPictures follow, MediaDocuments documents, TextLibrary library, IOptions<MediaOptions> limits)
{
    /// <summary>What is sent for a picture that stays as it is and is none of the library.</summary>
    public const string Present = "tetap";

    /// <summary>The field that chooses; <c>photo</c> sends.</summary>
    public const string Field = "media";

    /// <summary>Says beside the field what is wrong with what was sent.</summary>
    public async Task<ChosenPicture> ReadAsync(Form form, string alt, HttpContext context, CancellationToken stop)
    {
        var (village, texts) = (PresentVillage.Of(context)!.Id, library.For(PageOwner.Host.Id, context));
        var fields = context.Request.Form;
        if (fields.Files.GetFile("photo") is { Length: > 0 } sent)
        {
            var kept = await send.RunAsync(village, sent, alt, stop);
            if (kept.Item is { } added) return new(PictureOf(added));
            form.AddError("photo", texts.Refused(kept.Refusal ?? MediaRefusal.Broken, limits.Value));
            return ChosenPicture.AsItIs;
        }

        if (fields[Field] == Present) return ChosenPicture.AsItIs;
        if (!Guid.TryParse(fields[Field], out var id)) return ChosenPicture.None;
        if (await documents.OpenSession(village).LoadAsync<MediaItem>(id, stop) is { IsPicture: true, IsRemoved: false } item) return new(PictureOf(item));
        form.AddError("photo", texts["edit.picture_gone"]);
        return ChosenPicture.AsItIs;
    }

    /// <summary>What can be chosen, the present picture among it, ready or not.</summary>
    public async Task<PictureChoices> ChoicesAsync(VillagePicture? present, HttpContext context, CancellationToken stop)
    {
        var texts = library.For(PageOwner.Host.Id, context);
        Guid[] chosen = present?.Media is { } id ? [id] : [];
        var choices = await LibraryChoices.LoadPicturesAsync(documents.OpenSession(PresentVillage.Of(context)!.Id), chosen, AddressBook.Of(context), stop);
        var (options, value) = (choices.Options(isPicture: true), present is null ? "" : present.Media?.ToString() ?? Present);
        if (value.Length > 0 && options.All(option => option.Value != value)) options = [new(value, texts["edit.picture_now"]), .. options];
        return new(present, value, options);
    }

    /// <summary>After it was saved: what became ready or went away meanwhile is seen.</summary>
    public Task SettleAsync(ChosenPicture chosen, HttpContext context, CancellationToken stop) =>
        chosen.Picture?.Media is { } id ? follow.RunAsync(PresentVillage.Of(context)!.Id, id, stop) : Task.CompletedTask;

    static VillagePicture PictureOf(MediaItem item) => new(item.Id, item.Alt, item.Sizes);
}

/// <summary>What was chosen.</summary>
/// <param name="Picture">One of the library, or null.</param>
/// <param name="IsPresent">Whether the picture stays as it is, whatever it is.</param>
sealed record ChosenPicture(VillagePicture? Picture, bool IsPresent = false)
{
    public static ChosenPicture None { get; } = new(Picture: null);

    public static ChosenPicture AsItIs { get; } = new(null, IsPresent: true);

    public VillagePicture? Or(VillagePicture? present) => IsPresent ? present : Picture;
}

/// <summary>What a form offers.</summary>
/// <param name="Picture">The one that is chosen now, or null.</param>
/// <param name="Value">Its option; empty for none.</param>
/// <param name="Options">All there are.</param>
sealed record PictureChoices(VillagePicture? Picture, string Value, IReadOnlyList<FieldOption> Options)
{
    /// <summary>Whether it is not to be seen yet.</summary>
    public bool IsWaiting => Picture is { Sizes.Count: 0 };
}

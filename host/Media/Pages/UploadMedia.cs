using Microsoft.Extensions.Options;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>Takes one or several files: a form without script is answered with a page, a script that accepts JSON with JSON.</summary>
static class UploadMedia
{
    const string Describe = ShowLibrary.Path + "/lengkapi";

    public static async Task<IResult> HandleAsync(
        HttpContext context, ReceiveFiles receive, KeepFile keep, LibraryPage library, TextLibrary texts, IOptions<MediaOptions> options, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!.Id;
        using var received = await receive.ReadAsync(context, village, stop);
        var description = DescriptionIn(received);
        var kept = new List<KeptFile>();
        foreach (var file in received.Files) kept.Add(await keep.AddAsync(village, file, received.Files.Count == 1 ? description : description with { Alt = "", IsDecorative = false }, stop));
        var answer = new UploadAnswer(kept, MediaTexts.Of(context, texts), options.Value, AddressBook.Of(context));
        return WantsJson(context.Request) ? answer.AsJson() : await AsPageAsync(answer, context, library, stop);
    }

    public static bool WantsJson(HttpRequest request) => request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    static async Task<IResult> AsPageAsync(UploadAnswer answer, HttpContext context, LibraryPage library, CancellationToken stop)
    {
        if (answer.Problems.Count == 0) return Page.SeeOther(answer.NeedsAlt ? Describe : ShowLibrary.Path, message: "media.uploaded");
        var form = new Form<Description>(null, isFilled: true, new Dictionary<string, string>());
        foreach (var problem in answer.Problems) form.AddError("files", problem);
        return await library.ViewAsync(context, Wanted.Of(null, null, null, null), form, stop);
    }

    static Description DescriptionIn(ReceivedFiles received)
    {
        var alt = Characters.AreText(received["alt"]) ? received["alt"] : "";
        return new(alt.Length <= LongestAlt ? alt : alt[..LongestAlt], received["is_decorative"].Length > 0, Guid.TryParse(received["folder"], out var folder) ? folder : null);
    }

    const int LongestAlt = 250;
}

/// <summary>Tells what became of an upload.</summary>
sealed class UploadAnswer(IReadOnlyList<KeptFile> files, ITexts texts, MediaOptions limits, AddressBook addresses)
{
    /// <summary>What was not taken and why, in the reader's language.</summary>
    public IReadOnlyList<string> Problems { get; } = files.Count == 0
        ? [texts["media.no_file"]]
        : [.. files.Where(file => file.Refusal is not null).Select(file => $"{MediaName.Shown(file.Name)}: {texts.Refused(file.Refusal!.Value, limits)}")];

    public bool NeedsAlt { get; } = files.Any(file => file.Item is { NeedsAlt: true });

    /// <summary>201 with the items, or 422 where nothing was taken.</summary>
    public IResult AsJson() => Results.Json(
        new { files = files.Select(Tell).ToArray(), problems = Problems },
        ApiJson.Options, statusCode: files.Any(file => file.Item is not null) ? StatusCodes.Status201Created : StatusCodes.Status422UnprocessableEntity);

    object Tell(KeptFile file) => new
    {
        file.Name,
        file.IsThereAlready,
        file.Item?.Id,
        isPicture = file.Item?.IsPicture,
        needsAlt = file.Item?.NeedsAlt,
        address = file.Item is { } item ? ModuleMedia.AddressOf(item.Id, addresses) : null,
        state = file.Item is { } kept ? addresses.Path($"{ShowLibrary.Path}/{kept.Id}/keadaan") : null,
        problem = file.Refusal is { } refusal ? texts.Refused(refusal, limits) : null,
    };
}

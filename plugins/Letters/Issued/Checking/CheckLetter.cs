using System.Reflection;

namespace SmartKampung.Letters.Issued.Checking;

/// <summary>Anyone checks a letter by its code, and learns what is printed on it but whom it is for, and whether it still holds.</summary>
static class CheckLetter
{
    const int HashLength = 64;

    static readonly Lazy<string> Worker = new(ReadWorker);

    public static void MapChecking(this IEndpointRouteBuilder village)
    {
        village.MapGet(LetterStatement.Path, Scan).AllowAnyone();
        village.MapGet(LetterStatement.Path + "/luring.js", SendWorker).AllowAnyone();
        village.MapGet(LetterStatement.Path + "/sidik/{hash}", FindFile).AllowAnyone();
        village.MapGet(LetterStatement.Path + "/{code}", Check).AllowAnyone();
    }

    /// <summary>Reads codes by camera, of photos and of files in the browser itself; typed ones lead on.</summary>
    static Page Scan(string? kode, IAddresses addresses, HttpContext context)
    {
        context.Response.Headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=()";
        if (LetterCode.Read(kode) is { } code) return Page.SeeOther($"{LetterStatement.Path}/{code}");
        return Page.View("letters-scan", new { isWrong = !string.IsNullOrWhiteSpace(kode), typed = kode, paper = PaperPath(addresses) });
    }

    static async Task<IResult> Check(string code, FindLetter find, IGuesses guesses, CancellationToken stop)
    {
        if (!guesses.TryBegin()) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        var found = await find.ByCodeAsync(LetterCode.Read(code), stop);
        if (found.State is not CheckState.Unknown) guesses.WasRight();
        return Page.View("letters-checked", new { found });
    }

    /// <summary>A file that somebody holds, by its hash alone: is it the letter, byte for byte?</summary>
    static async Task<IResult> FindFile(string hash, FindLetter find, IGuesses guesses, IAddresses addresses, HttpContext context, CancellationToken stop)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!guesses.TryBegin()) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        var found = hash.Length == HashLength ? await find.ByHashAsync(hash.ToLowerInvariant(), stop) : CheckedLetter.Unknown;
        if (found.State is CheckState.Unknown) return Results.NotFound();
        guesses.WasRight();
        return Results.Text($$"""{"address":"{{addresses.Path($"{LetterStatement.Path}/{found.Code}")}}"}""", "application/json");
    }

    static string PaperPath(IAddresses addresses) => LetterStatement.OnPaper(addresses.Path(LetterStatement.Path));

    /// <summary>A worker may serve what lies below its own address. The page is just above; where QR codes lead is elsewhere in the village for who reads English.</summary>
    static IResult SendWorker(HttpContext context, IAddresses addresses)
    {
        context.Response.Headers["Service-Worker-Allowed"] = PaperPath(addresses)[..^LetterStatement.Path.Length] + "/";
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Text(Worker.Value, "text/javascript");
    }

    static string ReadWorker()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("checking/luring.js")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}

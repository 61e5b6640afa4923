namespace SmartKampung.Letters.Requests;

/// <summary>Where a request's pages are.</summary>
static class RequestPaths
{
    public const string Own = "/surat/saya";

    public static string Path(this LetterRequest request) => $"/surat/permohonan/{request.Id}";

    public static string DeskPath(this LetterRequest request) => $"/kelola/letters/permohonan/{request.Id}";

    /// <summary>The page of a question, of a document, or the check.</summary>
    public static string PathOf(this LetterRequest request, string page) =>
        page == Questions.CheckPage || page.Contains('/', StringComparison.Ordinal) ? $"{request.Path()}/{page}" : $"{request.Path()}/tanya/{page}";

    public static Page GoTo(this LetterRequest request, string page) => Page.SeeOther(request.PathOf(page));
}

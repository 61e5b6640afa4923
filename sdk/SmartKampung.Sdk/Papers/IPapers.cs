namespace SmartKampung.Sdk;

/// <summary>
/// Makes PDFs of templates, as papers that people print, keep and show: PDF/A with real text and its fonts inside. Making one takes about a tenth of
/// a second; several are made at once, and who asks for more waits. Nothing is kept: the module saves what it gets.
/// </summary>
public interface IPapers
{
    /// <summary>Makes a PDF of a template of this module, which villages can edit like any other.</summary>
    /// <param name="template">The template's name, such as <c>certificate</c>; what it writes is put into the theme's <c>paper</c>.</param>
    /// <param name="model">What the template writes; everything is escaped but <see cref="Html"/>.</param>
    /// <param name="layout">The sheet, its title and language, and the pictures that it shows.</param>
    /// <param name="stop">Cancels the making.</param>
    /// <exception cref="PaperTextException">An edited template is wrong.</exception>
    /// <exception cref="PaperException">It can't be made, now or at all; the problem tells which.</exception>
    Task<byte[]> MakeAsync(string template, object? model, PaperLayout layout, CancellationToken stop = default);

    /// <summary>Makes a PDF of a text that people wrote and that is kept as data: a template with the limits of edited ones.</summary>
    /// <param name="text">The template itself; it can include templates of this module.</param>
    /// <param name="model">What the template writes; everything is escaped but <see cref="Html"/>.</param>
    /// <param name="layout">The sheet, its title and language, and the pictures that it shows.</param>
    /// <param name="stop">Cancels the making.</param>
    /// <exception cref="PaperTextException">The text is wrong; line and column tell where.</exception>
    /// <exception cref="PaperException">It can't be made, now or at all; the problem tells which.</exception>
    Task<byte[]> MakeFromTextAsync(string text, object? model, PaperLayout layout, CancellationToken stop = default);

    /// <summary>Where such a text is no template; null where it is one. What goes wrong with a model alone is told when it is made.</summary>
    PaperTextException? FindMistake(string text);

    /// <summary>How papers are signed in the present village, and so what signers are asked for.</summary>
    SigningWay Signing { get; }

    /// <summary>
    /// Signs a PDF (PAdES baseline), after whatever others signed in it before; what was there stays as it is, byte for byte. Returns the signed PDF
    /// alone: the one that was given is not touched, so the same can be tried again.
    /// </summary>
    /// <param name="pdf">What <see cref="MakeAsync"/> returned, or such a PDF signed by others.</param>
    /// <param name="signer">Who signs.</param>
    /// <param name="stop">Cancels the signing.</param>
    /// <exception cref="SigningException">It can't be signed; the problem and a text for the signer tell why.</exception>
    /// <exception cref="PaperTextException">The edited template of the signer's mark is wrong.</exception>
    /// <exception cref="PaperException">The signer's mark can't be made, now or at all; the problem tells which.</exception>
    Task<byte[]> SignAsync(byte[] pdf, PaperSigner signer, CancellationToken stop = default);

    /// <summary>
    /// Writes into a place of a PDF that nobody signs here, such as one that is printed and signed by hand. What was there stays as it is, byte for byte.
    /// </summary>
    /// <param name="pdf">What <see cref="MakeAsync"/> returned, maybe signed by others.</param>
    /// <param name="mark">What is written, and where.</param>
    /// <param name="stop">Cancels the writing.</param>
    /// <returns>The PDF with the mark, or the same where it keeps no such place free.</returns>
    /// <exception cref="PaperTextException">An edited template is wrong.</exception>
    /// <exception cref="PaperException">The mark can't be made, now or at all; the problem tells which.</exception>
    Task<byte[]> MarkAsync(byte[] pdf, PaperMark mark, CancellationToken stop = default);

    /// <summary>The signatures in a PDF, the first one first; none where it has none, or is no PDF.</summary>
    IReadOnlyList<PaperSignature> Verify(byte[] pdf);
}

/// <summary>How a paper is made.</summary>
/// <param name="Title">What readers of PDFs show as its name.</param>
public sealed record PaperLayout(string Title)
{
    /// <summary>The sheet that it is printed on.</summary>
    public PaperSize Size { get; init; } = PaperSize.A4;

    /// <summary>The language of its texts and dates, <c>id</c> or <c>en</c>, whatever the reader of the site reads.</summary>
    public string Language { get; init; } = "id";

    /// <summary>
    /// PNG, JPEG or SVG by the name that the template shows them by, such as <c>emblem.png</c> in <c>&lt;img src="emblem.png" alt=""&gt;</c>.
    /// A paper shows these alone: it reads no file and calls nobody.
    /// </summary>
    public IReadOnlyDictionary<string, byte[]> Pictures { get; init; } = new Dictionary<string, byte[]>();
}

/// <summary>The sheets that offices of villages print on.</summary>
public enum PaperSize
{
    /// <summary>210 x 297 mm.</summary>
    A4,

    /// <summary>215 x 330 mm, Indonesia's folio.</summary>
    F4,
}

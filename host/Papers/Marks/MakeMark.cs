using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Papers;

/// <summary>Makes the mark for a place of a paper; one that is too long for it is made for a larger place and shows smaller in this.</summary>
sealed class MakeMark(WritePaper write, PaperEngine engine)
{
    const double Larger = 1.25;
    const double Largest = 3;

    /// <summary>Null where the paper keeps no such place free.</summary>
    /// <exception cref="PaperTextException">An edited template is wrong.</exception>
    /// <exception cref="PaperException">It can't be made.</exception>
    public async Task<MadeMark?> RunAsync(string module, CapsuleContext context, byte[] pdf, PaperMark mark, CancellationToken stop)
    {
        if (SizeOf(pdf, mark.Place) is not var (width, height)) return null;
        for (var scale = 1.0; ; scale *= Larger)
        {
            var made = await engine.MakeAsync(write.OfMark(module, context, mark, width * scale, height * scale), stop);
            if (scale >= Largest || IsOnePage(made)) return new(mark.Place, made);
        }
    }

    static (double Width, double Height)? SizeOf(byte[] pdf, string name)
    {
        try
        {
            using var outline = PdfOutline.Read(pdf);
            return PdfPlace.Find(outline, name) is { } place ? (place.Width, place.Height) : null;
        }
        catch (FormatException)
        {
            // Whoever signs it tells that it is unfit.
            return null;
        }
    }

    static bool IsOnePage(byte[] pdf)
    {
        using var made = PdfOutline.Open(pdf);
        return made.PageCount == 1;
    }
}

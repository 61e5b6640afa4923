using System.Globalization;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Papers;

/// <summary>Writes the HTML of a paper: a module's template or a text, in the sheet that the theme calls <c>paper</c>.</summary>
sealed class WritePaper(TemplateRenderer renderer, SiteInformation site, IOptions<SiteOptions> options, TimeProvider clock)
{
    const string Sheet = "paper";
    const string MarkSheet = "paper-mark";

    /// <exception cref="PaperTextException">An edited template is wrong.</exception>
    public PaperOrder OfTemplate(string owner, CapsuleContext context, string template, object? model, PaperLayout layout) =>
        Write(RequestOf(owner, context, layout.Language), layout, template, request => renderer.RenderPart(request, owner, template, model));

    /// <exception cref="PaperTextException">The text is wrong.</exception>
    public PaperOrder OfText(string owner, CapsuleContext context, string text, object? model, PaperLayout layout) =>
        Write(RequestOf(owner, context, layout.Language), layout, TemplateRenderer.TextName, request => renderer.RenderText(request, owner, text, model));

    /// <param name="owner">The module whose template it is.</param>
    /// <param name="context">Where.</param>
    /// <param name="mark">What is written.</param>
    /// <param name="width">Of the sheet, in points.</param>
    /// <param name="height">Of the sheet, in points.</param>
    /// <exception cref="PaperTextException">An edited template is wrong.</exception>
    public PaperOrder OfMark(string owner, CapsuleContext context, PaperMark mark, double width, double height) =>
        Write(RequestOf(owner, context, mark.Language), mark.Template, request => renderer.RenderPart(request, owner, mark.Template, mark.Model), MarkSheet,
            content => new { content, title = mark.Place, size = string.Create(CultureInfo.InvariantCulture, $"{width:0.###}pt {height:0.###}pt") }, new Dictionary<string, byte[]>());

    public static PaperTextException? MistakeIn(string owner, string text) =>
        EditTemplate.Mistake(owner, TemplateRenderer.TextName, text) is { } mistake ? Told(mistake, TemplateRenderer.TextName) : null;

    PaperOrder Write(PageRequest request, PaperLayout layout, string name, Func<PageRequest, PageOutput> write) =>
        Write(request, name, write, Sheet, content => new { content, title = layout.Title, size = SizeOf(layout.Size) }, layout.Pictures);

    PaperOrder Write(PageRequest request, string name, Func<PageRequest, PageOutput> write, string sheet, Func<PageOutput, object> modelOf, IReadOnlyDictionary<string, byte[]> pictures)
    {
        try
        {
            return new(renderer.RenderPart(request, PageOwner.Host.Id, sheet, modelOf(write(request))).ToString(), pictures);
        }
        catch (TemplateException mistake)
        {
            throw Told(mistake, name);
        }
    }

    /// <summary>Who reads the paper is not who asks for it: it has nobody's name, rights or forms.</summary>
    PageRequest RequestOf(string owner, CapsuleContext context, string language)
    {
        var village = context.VillageOrNull;
        var addresses = (context.Http is { } http ? AddressBook.Of(http, options.Value.Address) : AddressBook.Of(village, options.Value.Address)).Speaking(language);
        return new PageRequest
        {
            Owner = owner,
            Village = village,
            Regency = site.RegencyOf(village),
            Site = site.SiteOf(addresses),
            Addresses = addresses,
            Path = "/",
            EncodedPath = "/",
            Now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village?.TimeZone ?? SiteClock.TimeZone),
        };
    }

    static string SizeOf(PaperSize size) => size switch
    {
        PaperSize.F4 => Millimetres(215, 330),
        _ => Millimetres(210, 297),
    };

    static string Millimetres(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"{width}mm {height}mm");

    /// <summary>What is wrong elsewhere than in the text itself is told with its place.</summary>
    static PaperTextException Told(TemplateException mistake, string name) =>
        new(mistake.Line, mistake.Column, mistake.File.Contains(name, StringComparison.Ordinal) ? mistake.Reason : $"{mistake.File}: {mistake.Reason}", mistake);
}

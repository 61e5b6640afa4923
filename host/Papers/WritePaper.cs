using System.Globalization;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Papers;

/// <summary>Writes the HTML of a paper: a module's template or a text, in the sheet that the theme calls <c>paper</c>.</summary>
sealed class WritePaper(TemplateRenderer renderer, SiteInformation site, IOptions<SiteOptions> options, TimeProvider clock)
{
    const string Sheet = "paper";

    /// <exception cref="PaperTextException">An edited template is wrong.</exception>
    public PaperOrder OfTemplate(string owner, CapsuleContext context, string template, object? model, PaperLayout layout) =>
        Write(RequestOf(owner, context, layout), layout, template, request => renderer.RenderPart(request, owner, template, model));

    /// <exception cref="PaperTextException">The text is wrong.</exception>
    public PaperOrder OfText(string owner, CapsuleContext context, string text, object? model, PaperLayout layout) =>
        Write(RequestOf(owner, context, layout), layout, TemplateRenderer.TextName, request => renderer.RenderText(request, owner, text, model));

    public static PaperTextException? MistakeIn(string owner, string text) =>
        EditTemplate.Mistake(owner, TemplateRenderer.TextName, text) is { } mistake ? Told(mistake, TemplateRenderer.TextName) : null;

    PaperOrder Write(PageRequest request, PaperLayout layout, string name, Func<PageRequest, PageOutput> write)
    {
        try
        {
            var content = write(request);
            return new(renderer.RenderPart(request, PageOwner.Host.Id, Sheet, new { content, title = layout.Title, size = SizeOf(layout.Size) }).ToString(), layout.Pictures);
        }
        catch (TemplateException mistake)
        {
            throw Told(mistake, name);
        }
    }

    /// <summary>Who reads the paper is not who asks for it: it has nobody's name, rights or forms.</summary>
    PageRequest RequestOf(string owner, CapsuleContext context, PaperLayout layout)
    {
        var village = context.VillageOrNull;
        var addresses = (context.Http is { } http ? AddressBook.Of(http, options.Value.Address) : AddressBook.Of(village, options.Value.Address)).Speaking(layout.Language);
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

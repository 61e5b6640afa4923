using SmartKampung.Host.Consoles;
using SmartKampung.Host.Regency;

namespace SmartKampung.Host.Pages;

/// <summary>What pages know of the request they are made for.</summary>
sealed class PageRequest
{
    public required string Owner { get; init; }

    public Village? Village { get; init; }

    public required Area Regency { get; init; }

    public required Site Site { get; init; }

    /// <summary>The template that the page is put into.</summary>
    public string Layout { get; init; } = PageLayout.Site.Template;

    public required AddressBook Addresses { get; init; }

    public string Language => Addresses.Language;

    /// <summary>Whether the installation has pages in English.</summary>
    public bool OffersEnglish { get; init; } = true;

    /// <summary>The path in the village, such as <c>/berita</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The same as it stands in addresses.</summary>
    public required string EncodedPath { get; init; }

    /// <summary>The present moment by the village's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    public TimeZoneInfo TimeZone => Village?.TimeZone ?? SiteClock.TimeZone;

    /// <summary>The name of who is signed in, or null.</summary>
    public string? Person { get; init; }

    public Func<string, bool> Can { get; init; } = _ => false;

    /// <summary>What a role of a village's own is called; null for roles that have a text.</summary>
    public Func<string, string?> OwnRole { get; init; } = _ => null;

    public Func<IReadOnlyList<MenuLink>> Menu { get; init; } = () => [];

    /// <summary>The ways to sign in, or to one's account; asked for by layouts, whose pages differ by it.</summary>
    public Func<AccountLinks?> Account { get; init; } = () => null;

    /// <summary>What whoever is in a village's console has to know on each page; null elsewhere.</summary>
    public ConsoleNotices? Notices { get; init; }

    /// <summary>The hidden field that every form carries; asking for it sets the antiforgery cookie, and the page is this visitor's alone.</summary>
    public Func<(string Name, string Value)> AntiforgeryField { get; init; } = () => ("", "");

    /// <summary>The template that the reader tries on, or null.</summary>
    public TemplateDraft? Draft { get; init; }

    /// <summary>What the last form has to say, or null.</summary>
    public string? Message { get; init; }
}

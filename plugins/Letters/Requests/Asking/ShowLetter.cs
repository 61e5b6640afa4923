using SmartKampung.Letters.Office;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Asking;

/// <summary>A letter's page: who doesn't need it, what is needed, how long it takes.</summary>
static class ShowLetter
{
    public static async Task<Page> Show(string slug, LetterTypes types, WorkingHours hours, TimeProvider clock, CancellationToken stop) =>
        (await types.OfferedAsync(stop)).FirstOrDefault(type => type.Slug == slug) is { Audience: not Audience.Staff } type
            ? Page.View("letter-type", new { type, letter = OfferedLetter.Of(type), promised = hours.After(clock.GetUtcNow(), type.PromisedHours), needed = type.Documents.Where(document => document.IsRequired).ToList(), others = type.Documents.Where(document => !document.IsRequired).ToList() })
            : Page.NotFound();
}

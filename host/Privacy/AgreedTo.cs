using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Privacy;

/// <summary>Tells people what they agreed to at modules: of each purpose in each village the last time.</summary>
sealed class AgreedTo(IModuleCatalog catalog, TextLibrary library, VillageRegistry villages)
{
    public IReadOnlyList<ConsentRow> Rows(IEnumerable<Consent> consents, HttpContext context) =>
    [
        .. from consent in consents
           where consent.Module.Length > 0
           group consent by (consent.Module, consent.Purpose, consent.Place) into same
           select RowOf(same.Last(), context),
    ];

    ConsentRow RowOf(Consent consent, HttpContext context)
    {
        var module = catalog.Find(consent.Module);
        var purpose = module?.Consents.FirstOrDefault(purpose => purpose.Key == consent.Purpose);
        var texts = (Texts)library.For(consent.Module, context);
        return new(
            consent,
            purpose is null ? consent.Purpose : texts[purpose.Text],
            purpose is null ? "" : texts.Find($"{purpose.Text}.hint") ?? "",
            module?.Name.In(RequestLanguage.Of(context)) ?? consent.Module,
            PlaceName.Of(consent.Place, villages),
            IsEarlier: purpose is not null && purpose.Version != consent.Wording);
    }
}

/// <param name="Consent">When, and to which version.</param>
/// <param name="Text">The sentence; where the module is gone, what it called the purpose.</param>
/// <param name="Hint">What taking it back means, or empty.</param>
/// <param name="Module">The name of the module that asked.</param>
/// <param name="Place">Where; empty at the portal.</param>
/// <param name="IsEarlier">Whether the sentence changed since, so that they will be asked again.</param>
sealed record ConsentRow(Consent Consent, string Text, string Hint, string Module, string Place, bool IsEarlier);

using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts;

/// <summary>An address in the language that its reader likes; where a village is not in English, it stays as it is.</summary>
sealed class PreferredAddress(VillageRegistry villages, VillageCache cache)
{
    const string English = "/en";

    public async Task<string> OfAsync(Account account, string address, CancellationToken stop)
    {
        if (account.Language is not { } language) return address;
        var place = await PlaceOfAsync(address, stop);
        var rest = address[place.Prefix.Length..];
        var isEnglish = new PathString(PathOf(rest)).StartsWithSegments(English);
        if (language == "en") return isEnglish || !place.IsInEnglish ? address : place.Prefix + English + (rest is "/" ? "" : rest);
        return isEnglish ? Rooted(place.Prefix + rest[English.Length..]) : address;
    }

    async Task<(string Prefix, bool IsInEnglish)> PlaceOfAsync(string address, CancellationToken stop)
    {
        var segment = PathOf(address)[1..].Split('/')[0];
        if (segment.Length == 0 || !villages.TryResolve(segment, out var found)) return ("", true);
        return ("/" + segment, (await cache.GetAsync(found.Village, stop)).Profile.IsInEnglish);
    }

    static string PathOf(string address) => address.IndexOfAny(['?', '#']) is >= 0 and var end ? address[..end] : address;

    static string Rooted(string address) => address is ['/', ..] ? address : "/" + address;
}

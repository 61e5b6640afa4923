using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Privacy;

/// <summary>The part of a person's download that is not their account itself.</summary>
sealed class OwnDataFile(ModulePersonalData data, Consents consents, PersonalRequests requests, VillageRegistry villages)
{
    public async Task<OwnDataParts> OfAsync(Guid account, CancellationToken stop)
    {
        var found = await data.FindAsync(account, Scope.Regency, stop);
        return new(
            [.. (await consents.OfAsync(account, stop)).Select(consent => new { consent.Purpose, consent.Module, Place = Accounts.PlaceName.Of(consent.Place, villages), consent.Wording, consent.NoticeVersion, consent.GivenAt, consent.WithdrawnAt })],
            [.. (await requests.OfAsync(account, stop)).Select(Told)],
            found.Kept,
            found.Missing);
    }

    object Told(PersonalRequest request) => new
    {
        Kind = request.Kind.ToString(),
        State = request.State.ToString(),
        Place = Accounts.PlaceName.Of(request.Scope, villages),
        request.Reason,
        request.MadeAt,
        request.Answer,
        request.AnsweredAt,
    };
}

/// <param name="Consents">What they agreed to, taken back or not.</param>
/// <param name="Requests">What they asked for.</param>
/// <param name="Kept">What modules keep.</param>
/// <param name="Missing">The modules that could not tell.</param>
sealed record OwnDataParts(IReadOnlyList<object> Consents, IReadOnlyList<object> Requests, IReadOnlyList<PersonalFinding> Kept, IReadOnlyList<string> Missing);

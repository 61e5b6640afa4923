using SmartKampung.Letters.Issued.Papers;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>What waits for the present user's signature.</summary>
sealed class WaitingLetters(IDocumentSession session, OfficeHolders holders, Village village, TimeProvider clock)
{
    static readonly string[] SigningRoles =
        [Roles.Head, Roles.Secretary, Roles.Operator, Roles.HamletHead, Roles.CommunityHead, Roles.NeighborhoodHead, Roles.DistrictHead, Roles.DistrictStaff];

    public async Task<IReadOnlyList<WaitingLetter>> ListAsync(int most, CancellationToken stop)
    {
        var roles = (await OfficesAsync(stop)).Keys.ToArray();
        var requests = await session.Query<LetterRequest>().Where(request => request.State == RequestState.Waiting && (roles.Contains(request.WaitsFor) || roles.Contains(request.EscalatedTo))).OrderBy(request => request.AskedAt).ToListAsync(stop);
        return [.. requests.Where(IsToSign).Take(most).Select(request => new WaitingLetter(request.Id, request.Type.Name, request.Subject.Name, request.AskedAt, StepOf(request).Kind is StepKind.Endorse, request.Type.NeedsWetInk))];
    }

    /// <summary>Those of the requests that the user may sign now, and how.</summary>
    public async Task<IReadOnlyList<SigningItem>> ChooseAsync(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var offices = await OfficesAsync(stop);
        Guid[] wanted = [.. ids.Distinct()];
        var requests = (await session.Query<LetterRequest>().Where(request => wanted.Contains(request.Id)).ToListAsync(stop)).ToDictionary(request => request.Id);
        return
        [
            .. from id in wanted
               let request = requests.GetValueOrDefault(id)
               where request is { State: RequestState.Waiting } && IsToSign(request)
               let office = OfficeFor(request, offices)
               where office is not null
               select new SigningItem(id, request.Step, request.WaitsFor, office.Lines, office.Name, office.Nip),
        ];
    }

    /// <summary>Who takes a step that was passed to them signs in the name of whose step it is.</summary>
    SignerModel? OfficeFor(LetterRequest request, Dictionary<string, SignerModel> offices) =>
        offices.GetValueOrDefault(request.WaitsFor) ?? (offices.GetValueOrDefault(request.EscalatedTo) is { } deputy ? holders.OnBehalf(request.WaitsFor, deputy) : null);

    async Task<Dictionary<string, SignerModel>> OfficesAsync(CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone).DateTime);
        var offices = new Dictionary<string, SignerModel>();
        foreach (var role in SigningRoles)
            if (await holders.OfUserAsync(role, today, stop) is { } office) offices[role] = office;
        return offices;
    }

    static bool IsToSign(LetterRequest request) => request.Step < request.Type.Steps.Count && StepOf(request).Kind is not StepKind.Approve;

    static LetterStep StepOf(LetterRequest request) => request.Type.Steps[request.Step];
}

/// <summary>A request that waits for a signature.</summary>
/// <param name="Id">Of the request.</param>
/// <param name="Type">What is asked for.</param>
/// <param name="Name">Whom for.</param>
/// <param name="AskedAt">Since when.</param>
/// <param name="IsEndorsement">Whether it was signed by others already.</param>
/// <param name="IsByHand">Whether it is numbered here, and printed and signed by hand.</param>
sealed record WaitingLetter(Guid Id, LocalText Type, string Name, DateTimeOffset? AskedAt, bool IsEndorsement, bool IsByHand);

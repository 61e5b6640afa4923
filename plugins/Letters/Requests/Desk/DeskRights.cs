using SmartKampung.Letters.Requests.Steps;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>What the member of staff who makes the present request may see and do, by their roles here; the territory is kept by the session.</summary>
sealed class DeskRights(IRights rights, IPerson person, TimeProvider clock)
{
    static readonly string[] Village = [Sdk.Roles.Operator, Sdk.Roles.Secretary, Sdk.Roles.Head, Sdk.Roles.Administrator];

    static readonly string[] Known = [.. Village, Sdk.Roles.NeighborhoodHead, Sdk.Roles.CommunityHead, Sdk.Roles.HamletHead, Sdk.Roles.DistrictStaff, Sdk.Roles.DistrictHead];

    /// <summary>Their roles in the village.</summary>
    public IReadOnlyList<string> Roles => field ??= [.. Known.Where(rights.IsIn)];

    public Guid? Account => person.Id;

    /// <summary>Whether they see all requests; heads of neighbourhoods and the district see those alone that have a step of theirs.</summary>
    public bool SeesAll => Roles.Any(Village.Contains) || Roles.Count == 0;

    public bool MaySee(LetterRequest request) =>
        request.State != RequestState.Draft && (SeesAll || request.Type.Steps.Any(step => Roles.Contains(step.Role) || Roles.Contains(step.EscalatesTo)));

    public bool MayTake(LetterRequest request) => request.MayTake(Roles, clock.GetUtcNow());

    public Actor ActorOf(LetterRequest request) => new(person.Id, person.Name, request.RoleOf(Roles));
}

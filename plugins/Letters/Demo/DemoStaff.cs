using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Demo;

/// <summary>Who takes the steps: those who can be tried out, and in other parts of the village somebody who lives there.</summary>
sealed class DemoStaff(IReadOnlyList<DemoOfficial> officials, DemoPeople people)
{
    public Actor AtCounter => officials.First(official => official.Role == Roles.Operator).Actor;

    public Actor For(LetterRequest request)
    {
        var step = request.Present()!;
        var place = PlaceOf(request, step);
        var official = officials.FirstOrDefault(official => official.Role == step.Role && official.Place == place);
        return official?.Actor ?? new(null, place is null ? "" : people.HeadOf(place), step.Role);
    }

    static Territory? PlaceOf(LetterRequest request, LetterStep step) => step.Territory switch
    {
        StepTerritory.NeighborhoodUnit => request.Place,
        StepTerritory.CommunityUnit => request.Place! with { RtNumber = null },
        StepTerritory.Hamlet => new(request.Place!.Hamlet),
        _ => null,
    };
}

/// <param name="Role">Whose steps they take.</param>
/// <param name="Name">As the resident reads it.</param>
/// <param name="Account">The demo account.</param>
/// <param name="Hamlet">Where; null for all of the village.</param>
/// <param name="Rw">Of a part of it.</param>
/// <param name="Rt">Of a part of that.</param>
sealed record DemoOfficial(string Role, string Name, Guid Account, string? Hamlet = null, string? Rw = null, string? Rt = null)
{
    public Actor Actor => new(Account, Name, Role);

    public Territory? Place => Hamlet is null ? null : new(Hamlet, Rw, Rt);
}

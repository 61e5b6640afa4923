using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.District;

/// <summary>A request that waits for the district, as its staff see it beside those of all their villages: nothing of whom it is about. Gone once it waits no longer.</summary>
public sealed record DistrictRequest : Document
{
    /// <summary>The village's code.</summary>
    public required string Village { get; init; }

    /// <summary>The code of its district.</summary>
    public required string District { get; init; }

    /// <summary>The slug of the letter type.</summary>
    public required string Type { get; init; }

    /// <summary>What the type is called in that village.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The role of the district that it waits for.</summary>
    public required string Role { get; init; }

    public StepKind Kind { get; init; }

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When it is late.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>What people call it by on the telephone.</summary>
    public string Code => LetterRequest.CodeOf(Id);

    /// <summary>The row of a request; none where it does not wait for the district.</summary>
    public static DistrictRequest? Of(LetterRequest request, Village village)
    {
        if (request.Present() is not { } step || DistrictRoles.FirstOf(request.WaitsFor, request.EscalatedTo) is not { } role || request.StepDueAt is not { } due) return null;
        return new()
        {
            Id = request.Id,
            Village = village.Code,
            District = village.District.Code,
            Type = request.Type.Slug,
            Name = request.Type.Name,
            Role = role,
            Kind = step.Kind,
            Since = request.History.LastOrDefault(taken => taken.What is not RequestAct.Escalated)?.At ?? request.ChangedAt,
            DueAt = due,
        };
    }
}

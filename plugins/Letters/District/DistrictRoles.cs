using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.District;

/// <summary>The roles of the district.</summary>
static class DistrictRoles
{
    static readonly string[] All = [Roles.DistrictHead, Roles.DistrictStaff];

    public static bool Contains(string role) => All.Contains(role);

    /// <summary>Whether the step that waits is the district's endorsement; a village can have somebody of its own endorse too, who takes no number.</summary>
    public static bool IsEndorsement(LetterStep? step) => step is { Kind: StepKind.Endorse } && Contains(step.Role);

    public static string? FirstOf(params IEnumerable<string> roles) => roles.FirstOrDefault(Contains);
}

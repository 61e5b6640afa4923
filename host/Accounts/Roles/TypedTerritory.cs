
namespace SmartKampung.Host.Accounts;

/// <summary>A part of the village as it is typed where a role is given: empty parts are not asked.</summary>
static class TypedTerritory
{
    /// <summary>What a role can't be given without: the head of an RT has an RT.</summary>
    public static IReadOnlyList<string> Missing(string role, Territory territory) => role switch
    {
        Roles.HamletHead when territory.Hamlet is null => [nameof(Territory.Hamlet)],
        Roles.CommunityHead when territory.RwNumber is null => [nameof(Territory.RwNumber)],
        Roles.NeighborhoodHead => [.. Missing((nameof(Territory.RwNumber), territory.RwNumber), (nameof(Territory.RtNumber), territory.RtNumber))],
        _ when territory is { RtNumber: not null, RwNumber: null } => [nameof(Territory.RwNumber)],
        _ => [],
    };

    /// <summary>The part that was typed; numbers in three digits.</summary>
    public static Territory Read(string? hamlet, string? rw, string? rt) => new(Text(hamlet), Number(rw), Number(rt));

    static IEnumerable<string> Missing(params (string Name, string? Value)[] parts) => from part in parts where part.Value is null select part.Name;

    static string? Text(string? typed) => typed?.Trim() is { Length: > 0 } text ? text : null;

    static string? Number(string? typed) => Text(typed)?.PadLeft(3, '0');
}

namespace SmartKampung.Sdk;

/// <summary>
/// A part of a village: a hamlet (dusun, in a kelurahan lingkungan), a community unit (RW) or a neighbourhood unit (RT). As the place of a
/// document its parts say where that is; as the limit of a role, parts that are null are not asked.
/// </summary>
/// <param name="Hamlet">The hamlet's name.</param>
/// <param name="RwNumber">The RW's number in three digits, such as 001.</param>
/// <param name="RtNumber">The RT's number in its RW, in three digits.</param>
public sealed record Territory(string? Hamlet = null, string? RwNumber = null, string? RtNumber = null)
{
    /// <summary>Whether the place lies in this part of the village.</summary>
    /// <param name="place">Where something is; null lies in no part.</param>
    public bool Contains(Territory? place) => place is not null
        && (Hamlet is null || Hamlet == place.Hamlet)
        && (RwNumber is null || RwNumber == place.RwNumber)
        && (RtNumber is null || RtNumber == place.RtNumber);
}

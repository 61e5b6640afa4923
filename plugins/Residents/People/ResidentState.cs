namespace SmartKampung.Residents.People;

/// <summary>How somebody stands in the register.</summary>
enum ResidentState
{
    /// <summary>Lives here for good.</summary>
    Living,

    /// <summary>Lives here for a time, registered elsewhere.</summary>
    Temporary,

    Moved,

    Died,
}

using SmartKampung.Host.Background;

namespace SmartKampung.Host.Backups;

/// <summary>
/// A restore that has been decided: from the moment its file has its name, the village is as it says, though the host be killed; before, it
/// is as it was.
/// </summary>
/// <param name="Id">Names its folder.</param>
/// <param name="Card">What the installation is to keep of the village, under the id and code that it gets.</param>
/// <param name="TakesRoles">Whether its roles are taken over.</param>
/// <param name="Shown">What the portal showed of it until now.</param>
sealed record RestorePlan(Guid Id, VillageCard Card, bool TakesRoles, IReadOnlyList<ShownDocuments> Shown)
{
    public Guid Village => Card.Village.Id;

    /// <summary>The file of the village's new documents.</summary>
    public required string Built { get; init; }
}

/// <summary>Documents of a module that the portal may show.</summary>
sealed record ShownDocuments(string Module, IReadOnlyList<ChangedDocument> Documents);

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>The people of the <see cref="Matrix" />.</summary>
enum Person
{
    Nobody,
    Resident,
    NeighborhoodHead,
    HamletHead,
    Operator,
    Secretary,
    Head,
    Administrator,
    AdministratorElsewhere,
    DistrictStaff,
    DistrictHead,
    DistrictStaffElsewhere,
    RegencyAdministrator,

    /// <summary>A regency administrator who is in the village as its support.</summary>
    RegencyAdministratorOnVisit,

    Auditor,

    /// <summary>A program with a token that the village's administrator made and that is over.</summary>
    ExpiredToken,
}

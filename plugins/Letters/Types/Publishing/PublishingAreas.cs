namespace SmartKampung.Letters.Types.Publishing;

/// <summary>The areas whose types the present person sees at the regency's console, and those that they publish for.</summary>
sealed class PublishingAreas(IRights rights, IPerson person, IVillagesInSight sight, ITexts texts)
{
    /// <summary>The regency, then the districts in sight.</summary>
    public IReadOnlyList<PublishingArea> All => field ??=
        [new("", texts["publish.regency"], IsOfRegency), .. sight.Districts.Select(district => new PublishingArea(district.Code, texts["publish.district", district.Name], IsOfDistrict))];

    public IReadOnlyList<PublishingArea> Own => [.. All.Where(area => area.IsOwn)];

    public PublishingArea? Find(string key) => All.FirstOrDefault(area => area.Key == key);

    /// <summary>Who has the administrator's key has no account.</summary>
    bool IsOfRegency => person.Id is null || rights.IsIn(Roles.RegencyAdministrator);

    bool IsOfDistrict => rights.IsIn(Roles.DistrictStaff) || rights.IsIn(Roles.DistrictHead);
}

/// <summary>The regency or a district.</summary>
/// <param name="Code">The code of the district; empty for the whole regency.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsOwn">Whether the present person publishes for it.</param>
sealed record PublishingArea(string Code, string Name, bool IsOwn)
{
    const string Regency = "kabupaten";

    /// <summary>Names it in addresses.</summary>
    public string Key => Code.Length == 0 ? Regency : Code;

    public string PathOf(string slug) => $"{ListPublications.Path}/{Key}/{slug}";
}

using SmartKampung.Letters.Issued.Registers;

namespace SmartKampung.Letters.District.Register;

/// <summary>How a district numbers what it endorses, over all of its villages.</summary>
sealed record DistrictRegister : Numbering
{
    /// <summary>The code of the district.</summary>
    public required string District { get; init; }

    /// <summary>A district that set nothing has the usual one.</summary>
    public static async Task<DistrictRegister> OfAsync(IDocumentSession portal, string district, CancellationToken stop) =>
        await portal.Query<DistrictRegister>().Where(register => register.District == district).FirstOrDefaultAsync(stop) ?? Usual(district);

    public static DistrictRegister Usual(string district) => new() { District = district, Format = NumberFormat.UsualOfDistrict };
}

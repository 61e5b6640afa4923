using SmartKampung.Letters.Issued.Registers;

namespace SmartKampung.Letters.District.Register;

/// <summary>How a district numbers what it endorses, over all of its villages.</summary>
sealed record DistrictRegister : Document
{
    /// <summary>The code of the district.</summary>
    public required string District { get; init; }

    /// <summary>See <see cref="NumberFormat"/>.</summary>
    public string Format { get; init; } = NumberFormat.UsualOfDistrict;

    public RegisterReset Reset { get; init; }

    /// <summary>The first number of <see cref="StartPeriod"/>, where the district comes over from its book in the middle of it; other periods begin with 1.</summary>
    public int Start { get; init; } = 1;

    /// <summary>The period of <see cref="Start"/>, see <see cref="PeriodOf"/>.</summary>
    public int StartPeriod { get; init; }

    /// <summary>The year that a number belongs to; 0 where the numbers never begin again.</summary>
    public int PeriodOf(DateOnly on) => Reset is RegisterReset.Yearly ? on.Year : 0;

    public int FirstOf(int period) => period == StartPeriod ? Start : 1;

    public static async Task<DistrictRegister> OfAsync(IDocumentSession portal, string district, CancellationToken stop) =>
        await portal.Query<DistrictRegister>().Where(register => register.District == district).FirstOrDefaultAsync(stop) ?? new() { District = district };
}

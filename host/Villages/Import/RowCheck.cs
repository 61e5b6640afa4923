using System.Globalization;
using CsvHelper;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Villages.Import;

/// <summary>Reads and checks one line; what is wrong is added to the errors.</summary>
sealed class RowCheck(CsvReader csv, RegencyOptions regency, List<ImportError> errors)
{
    /// <summary>A desa adat is a desa by law, led by its customary council.</summary>
    const string CustomaryDesa = "desa_adat";

    readonly int number = (int)csv.LineNumber;
    readonly int before = errors.Count;

    public VillageRow? Read()
    {
        if (csv.FieldCount > csv.Headers.Count) return Fail("", ImportMessages.TooManyFields);
        var code = Field(Columns.Code);
        if (!VillageCode.IsValid(code)) return Fail(Columns.Code, VillageMessages.Code);
        var row = new VillageRow(
            number, code, Name(Columns.Name), Kind(), District(code), Regency(code), PostalCode(), Location());
        return errors.Count == before ? row : null;
    }

    string Name(string column)
    {
        var name = Field(column);
        if (name.Length == 0) Fail(column, VillageMessages.Required);
        else if (name.Length > 100 || !Characters.AreName(name)) Fail(column, VillageMessages.Name);
        return name;
    }

    VillageKind Kind()
    {
        switch (Field(Columns.Kind).ToLowerInvariant())
        {
            case "desa" or CustomaryDesa:
                return VillageKind.Desa;
            case "kelurahan":
                return VillageKind.Kelurahan;
            default:
                Fail(Columns.Kind, ImportMessages.Kind);
                return default;
        }
    }

    Area District(string code)
    {
        var district = Field(Columns.DistrictCode);
        if (district != VillageCode.District(code)) Fail(Columns.DistrictCode, ImportMessages.District);
        return new(district, Name(Columns.DistrictName));
    }

    Area Regency(string code)
    {
        var own = VillageCode.Regency(code);
        if (Field(Columns.RegencyCode) is { Length: > 0 } written && written != own) Fail(Columns.RegencyCode, ImportMessages.RegencyCode);
        if (Field(Columns.RegencyName).Length > 0) return new(own, Name(Columns.RegencyName));
        if (own != regency.Code) Fail(Columns.RegencyName, ImportMessages.RegencyName);
        return regency.Area;
    }

    string PostalCode()
    {
        var postalCode = Field(Columns.PostalCode);
        if (!VillageCode.IsPostalCode(postalCode)) Fail(Columns.PostalCode, VillageMessages.PostalCode);
        return postalCode;
    }

    Location? Location()
    {
        if (Field(Columns.Latitude).Length + Field(Columns.Longitude).Length == 0) return null;
        return new(Degrees(Columns.Latitude, 90, ImportMessages.Latitude), Degrees(Columns.Longitude, 180, ImportMessages.Longitude));
    }

    double Degrees(string column, double limit, LocalText message)
    {
        var isNumber = double.TryParse(Field(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees);
        if (!isNumber || !(Math.Abs(degrees) <= limit)) Fail(column, message);
        return degrees;
    }

    string Field(string column) => csv.TryGetFieldIndex(column, out var index) && index < csv.FieldCount ? csv.GetString(index) : "";

    VillageRow? Fail(string column, LocalText message)
    {
        errors.Add(new(number, column, message));
        return null;
    }
}

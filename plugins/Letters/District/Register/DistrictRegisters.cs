using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.District.Register;

/// <summary>The registers of the districts in sight.</summary>
static class DistrictRegisters
{
    public const string Path = "/kelola/letters/register";

    public static IServiceCollection AddDistrictRegisters(this IServiceCollection services) => services
        .AddPortalDocuments<DistrictRegister>(d => d.Unique(r => r.District))
        .AddPortalDocuments<DistrictNumber>(d => d.Unique(n => n.District, n => n.Period, n => n.Sequence).Index(n => n.Sequence).Index(n => n.Date).Personal(n => n.Number))
        .AddReadModel<LetterRequest, UnusedNumberReason>(UnusedNumberReason.Of, d => d.Personal(r => r.Text))
        .AddPermission(Permissions.DistrictRegister)
        .AddScoped<DistrictNumbers>();

    public static void MapDistrictRegisters(this IEndpointRouteBuilder regency)
    {
        regency.MapGet("/register", List).RequirePermission(Permissions.DistrictRegister);
        regency.MapGet("/register/{district}", EditDistrictRegister.Show).RequirePermission(Permissions.DistrictRegister);
        regency.MapPost("/register/{district}", EditDistrictRegister.Save).RequirePermission(Permissions.DistrictRegister);
    }

    static async Task<Page> List(IDocumentSession session, IVillagesInSight villages, CancellationToken stop)
    {
        var codes = villages.Districts.Select(district => district.Code).ToList();
        var kept = (await session.Query<DistrictRegister>().Where(register => codes.Contains(register.District)).ToListAsync(stop)).ToDictionary(register => register.District);
        return Page.View("letters-district-registers", new
        {
            rows = villages.Districts.Select(district => new DistrictRegisterRow(district, (kept.GetValueOrDefault(district.Code) ?? DistrictRegister.Usual(district.Code)).Format)).ToList(),
        });
    }
}

/// <summary>A district in the list.</summary>
sealed record DistrictRegisterRow(Area District, string Format);

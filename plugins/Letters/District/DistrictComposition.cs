using SmartKampung.Letters.District.Register;
using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.District;

/// <summary>Where the district works on letters of its villages.</summary>
static class DistrictComposition
{
    public static IServiceCollection AddDistrict(this IServiceCollection services) => services
        .AddReadModel<LetterRequest, DistrictRequest>(DistrictRequest.Of, d => d.Index(r => r.District).Index(r => r.Since))
        .AddReadModel<LetterRequest, LetterFigure>(LetterFigure.Of, d => d.Index(f => f.District).Index(f => f.IsOpen).Index(f => f.DoneOn).Index(f => f.DecidedOn))
        .AddDistrictRegisters()
        .AddScoped<DistrictQueue>()
        .AddScoped<FiguresByArea>();

    public static void MapDistrict(this IEndpointRouteBuilder regency)
    {
        regency.MapGet("/", ShowDistrictQueue.Show).RequirePermission(Permissions.Read);
        regency.MapDistrictRegisters();
    }
}

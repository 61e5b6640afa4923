namespace SmartKampung.Residents.Statistics;

/// <summary>Figures of the register.</summary>
static class StatisticsRoutes
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services
        .AddScoped<PopulationFigures>()
        .AddScoped<MonthlyReport>()
        .AddIndicators(CountPeople.Count);

    public static void MapStatistics(this IEndpointRouteBuilder console)
    {
        console.MapGet("/statistik", ShowStatistics.Show).RequirePermission(Permissions.Read);
        console.MapGet("/statistik.xlsx", ShowStatistics.Download).RequirePermission(Permissions.Read);
        console.MapGet("/lampid", ShowReport.Show).RequirePermission(Permissions.Write);
        console.MapGet("/lampid.xlsx", ShowReport.Download).RequirePermission(Permissions.Write);
    }

    public static void MapStatisticsApi(this IEndpointRouteBuilder village) => village.MapGet("/statistics", ShowStatistics.Tell).AllowAnyone();
}

using SmartKampung.Residents.Statistics;

namespace SmartKampung.Residents.People;

/// <summary>How records are written.</summary>
static class WritingComposition
{
    public static IServiceCollection AddRegister(this IServiceCollection services) => services
        .AddDocuments<PopulationCount>(d => d.Territory(c => c.Place).Personal(c => c.Tallies, c => c.MenBorn, c => c.WomenBorn).Upgrade(1, BirthsOfTallies.Upgrade))
        .AddDocuments<PopulationFlow>(d => d.Territory(f => f.Place).Index(f => f.Month))
        .AddScoped<PopulationCounts>()
        .AddScoped<Households>()
        .AddScoped<Register>();
}

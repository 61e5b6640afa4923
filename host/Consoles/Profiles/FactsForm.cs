using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>How large the village is, and its hamlets, one a line.</summary>
sealed record FactsForm(
    [Range(0, 10_000_000), Display(Name = "edit.population")] int? Population,
    [Range(0, 10_000_000), Display(Name = "edit.families")] int? Families,
    [Range(0.0, 100_000.0), Display(Name = "edit.area")] decimal? AreaKm2,
    [StringLength(20_000), Display(Name = "edit.hamlets")] string Hamlets) : IProfileForm<FactsForm>
{
    public static FactsForm Of(VillageProfile profile) => new(profile.Population, profile.Families, profile.AreaKm2, Lines.Join(profile.Hamlets));

    public VillageProfile ApplyTo(VillageProfile profile) =>
        profile with { Population = Population, Families = Families, AreaKm2 = AreaKm2, Hamlets = Lines.Split(Hamlets) };
}

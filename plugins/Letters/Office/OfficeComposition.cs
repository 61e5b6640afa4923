namespace SmartKampung.Letters.Office;

/// <summary>The office that letters come from.</summary>
static class OfficeComposition
{
    public static IServiceCollection AddOffice(this IServiceCollection services) => services
        .AddSettings<LettersSettings>()
        .AddScoped(scope => HoursOf(scope.GetRequiredService<Village>(), scope.GetRequiredService<LettersSettings>()));

    static WorkingHours HoursOf(Village village, LettersSettings settings) =>
        new(village.Profile.OpeningHours, settings.ClosedDays.Select(closed => closed.Day), village.TimeZone);
}

using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>When the office is open: a line a day, such as <c>07.30-11.30, 13.00-15.00</c>; an empty one is a closed day.</summary>
sealed record HoursForm(
    [StringLength(100), Display(Name = "day.1")] string Monday,
    [StringLength(100), Display(Name = "day.2")] string Tuesday,
    [StringLength(100), Display(Name = "day.3")] string Wednesday,
    [StringLength(100), Display(Name = "day.4")] string Thursday,
    [StringLength(100), Display(Name = "day.5")] string Friday,
    [StringLength(100), Display(Name = "day.6")] string Saturday,
    [StringLength(100), Display(Name = "day.0")] string Sunday) : IProfileForm<HoursForm>, IValidatableObject
{
    IEnumerable<(DayOfWeek Day, string Name, string Text)> Days =>
    [
        (DayOfWeek.Monday, nameof(Monday), Monday), (DayOfWeek.Tuesday, nameof(Tuesday), Tuesday), (DayOfWeek.Wednesday, nameof(Wednesday), Wednesday),
        (DayOfWeek.Thursday, nameof(Thursday), Thursday), (DayOfWeek.Friday, nameof(Friday), Friday), (DayOfWeek.Saturday, nameof(Saturday), Saturday),
        (DayOfWeek.Sunday, nameof(Sunday), Sunday),
    ];

    public static HoursForm Of(VillageProfile profile)
    {
        string On(DayOfWeek day) => DayHours.Write(profile.OpeningHours.Where(span => span.Day == day));
        return new(On(DayOfWeek.Monday), On(DayOfWeek.Tuesday), On(DayOfWeek.Wednesday), On(DayOfWeek.Thursday), On(DayOfWeek.Friday), On(DayOfWeek.Saturday), On(DayOfWeek.Sunday));
    }

    public VillageProfile ApplyTo(VillageProfile profile) => profile with { OpeningHours = [.. Days.SelectMany(day => DayHours.Read(day.Day, day.Text) ?? [])] };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from day in Days where DayHours.Read(day.Day, day.Text) is null select new ValidationResult("edit.hours.wrong", [day.Name]);
}

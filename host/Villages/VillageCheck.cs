using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Villages;

/// <summary>Collects what is wrong with a village's values.</summary>
sealed class VillageCheck
{
    readonly List<FieldError> errors = [];

    public FieldError[] Errors => [.. errors];

    public void That(bool holds, string pointer, LocalText message)
    {
        if (!holds) errors.Add(new(pointer, message));
    }

    public void Name(string pointer, string name)
    {
        if (string.IsNullOrWhiteSpace(name)) errors.Add(new(pointer, VillageMessages.Required));
        else That(name.Length <= 100 && Characters.AreName(name), pointer, VillageMessages.Name);
    }

    public void Location(Location? location, string pointer = "/location") =>
        That(location is null or { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }, pointer, VillageMessages.Location);
}

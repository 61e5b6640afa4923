using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>A village as it is typed to be added.</summary>
sealed record AddedVillage(
    [Required, StringLength(100), Display(Name = "village.name")] string Name,
    [Display(Name = "village.kind")] VillageKind Kind,
    [Required, StringLength(13), Display(Name = "village.code")] string Code,
    [Required, StringLength(100), Display(Name = "village.district")] string District,
    [StringLength(100), Display(Name = "village.regency")] string? Regency,
    [StringLength(5), Display(Name = "village.postal_code")] string? PostalCode)
{
    internal NewVillage AsVillage() => new() { Name = Name, Kind = Kind, Code = Code, District = District, Regency = Regency, PostalCode = PostalCode };
}

/// <summary>A village as it is typed to be changed.</summary>
sealed record ChangedVillage(
    [Required, StringLength(100), Display(Name = "village.name")] string Name,
    [Display(Name = "village.kind")] VillageKind Kind,
    [Required, StringLength(13), Display(Name = "village.code")] string Code,
    [Required, StringLength(100), Display(Name = "village.district")] string District,
    [Required, StringLength(80), Display(Name = "village.slug")] string Slug,
    [StringLength(2000), Display(Name = "village.host_names")] string? HostNames,
    [StringLength(5), Display(Name = "village.postal_code")] string? PostalCode,
    [Required, Display(Name = "village.time_zone")] string TimeZone,
    int? Seen = null)
{
    public static ChangedVillage Of(VillageEntry village) => new(
        village.Name, village.Record.Kind, village.Code, village.District.Name, village.Slug, string.Join('\n', village.Record.HostNames), village.Record.PostalCode, village.Record.TimeZone);

    internal VillageChange AsChange() => new()
    {
        Name = Name,
        Kind = Kind,
        Code = Code,
        District = District,
        Slug = Slug,
        HostNames = (HostNames ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        PostalCode = PostalCode ?? "",
        TimeZone = TimeZone,
    };
}

/// <summary>Tells a refusal beside the fields that it is of.</summary>
static class VillageErrors
{
    public static void Tell(Form form, Refusal refusal, HttpContext context)
    {
        var language = RequestLanguage.Of(context);
        foreach (var error in refusal.Errors) form.AddError(error.Pointer.Split('/')[1], error.Message.In(language));
        if (refusal.Errors.Count == 0) form.AddError(FieldOf(refusal.Message), refusal.Message.In(language));
    }

    static string FieldOf(LocalText message)
    {
        if (message == VillageMessages.CodeTaken) return "code";
        if (message == VillageMessages.SlugTaken) return "slug";
        return message == VillageMessages.HostNameTaken ? "host_names" : "";
    }
}

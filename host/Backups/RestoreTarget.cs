using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>
/// Finds which village a backup becomes. Its place in the register (code, district, successor, whether it is closed) stays the present one;
/// what it says of itself comes from the backup.
/// </summary>
sealed class RestoreTarget(VillageRegistry registry, ReservedSegments reserved, IDocumentStore store)
{
    /// <param name="backedUp">The village as the backup has it; it comes from outside.</param>
    /// <param name="code">The code to rehearse under; null for the village itself.</param>
    /// <exception cref="BackupException">There can be no such village.</exception>
    public VillageRecord Find(VillageRecord backedUp, string? code)
    {
        Check(backedUp);
        if (code is not null && !VillageCode.IsValid(code)) throw new BackupException(BackupMessages.WrongCode);
        var villages = registry.Villages;
        var own = villages.Find(backedUp.Id) ?? villages.FindByCode(backedUp.Code);
        if (code is null || own?.HasCode(code) is true) return own is null ? Added(villages, backedUp) : Restored(villages, own.Record, backedUp);
        var record = villages.FindByCode(code) is { } present ? Rehearsed(present.Record, backedUp) : Rehearsal(villages, backedUp, code);
        return record with { Slug = new SlugAssignment(villages, reserved).Assign([record])[0].Slug };
    }

    static void Check(VillageRecord backedUp)
    {
        var check = new VillageCheck();
        check.That(VillageCode.IsValid(backedUp.Code), "code", VillageMessages.Code);
        check.Name("name", backedUp.Name);
        check.Name("district", backedUp.District.Name);
        check.Name("regency", backedUp.Regency.Name);
        check.That(IsAddress(backedUp.Slug), "slug", VillageMessages.Slug);
        check.That(TimeZones.Exists(backedUp.TimeZone), "timeZone", VillageMessages.TimeZone);
        check.That(VillageCode.IsPostalCode(backedUp.PostalCode), "postalCode", VillageMessages.PostalCode);
        check.That(backedUp.HostNames.All(HostName.IsValid) && backedUp.Aliases.All(IsAddress), "hostNames", VillageMessages.HostName);
        check.That(backedUp.EarlierCodes.All(earlier => VillageCode.IsValid(earlier.Code)), "earlierCodes", VillageMessages.Code);
        check.Location(backedUp.Location);
        if (check.Errors is [var first, ..]) throw new BackupException(new($"{first.Pointer}: {first.Message.Indonesian}", $"{first.Pointer}: {first.Message.English}"));
    }

    /// <summary>Where villages share a name, the code is the address.</summary>
    static bool IsAddress(string slug) => Slug.IsValid(slug) || VillageCode.IsValid(slug);

    VillageRecord Restored(VillageIndex villages, VillageRecord present, VillageRecord backedUp)
    {
        var isFree = !reserved.Contains(backedUp.Slug) && villages.OwnerOf(backedUp.Slug) is var owner && (owner is null || owner.Id == present.Id);
        return (present with
        {
            Name = backedUp.Name,
            Kind = backedUp.Kind,
            PostalCode = backedUp.PostalCode,
            Location = backedUp.Location,
            TimeZone = backedUp.TimeZone,
            HostNames = FreeNames(villages, backedUp, present.Id),
            Slug = isFree ? backedUp.Slug : present.Slug,
        }).WithEarlierSlug(present.Slug);
    }

    VillageRecord Added(VillageIndex villages, VillageRecord backedUp)
    {
        var record = backedUp with { Version = 0, Successor = null, Origin = null, HostNames = FreeNames(villages, backedUp, backedUp.Id) };
        record = record with
        {
            EarlierCodes = [.. record.EarlierCodes.Where(earlier => villages.OwnerOf(earlier.Code) is null)],
            Aliases = [.. record.Aliases.Where(alias => villages.OwnerOf(alias) is null && !reserved.Contains(alias))],
        };
        return villages.OwnerOf(record.Slug) is null && !reserved.Contains(record.Slug) ? record : new SlugAssignment(villages, reserved).Assign([record])[0];
    }

    VillageRecord Rehearsed(VillageRecord present, VillageRecord backedUp)
    {
        if (!present.IsRehearsal && store.Exists(Partition.OfVillage(present.Id))) throw new BackupException(BackupMessages.InUse(present.Code));
        return present with
        {
            Name = backedUp.Name, Kind = backedUp.Kind, PostalCode = backedUp.PostalCode, Location = backedUp.Location, TimeZone = backedUp.TimeZone, IsRehearsal = true,
        };
    }

    static VillageRecord Rehearsal(VillageIndex villages, VillageRecord backedUp, string code)
    {
        var (district, regency) = (VillageCode.District(code), VillageCode.Regency(code));
        return backedUp with
        {
            Id = Guid.CreateVersion7(),
            Version = 0,
            Code = code,
            EarlierCodes = [],
            Slug = "",
            Aliases = [],
            HostNames = [],
            District = villages.All.FirstOrDefault(entry => entry.District.Code == district)?.District ?? new(district, backedUp.District.Name),
            Regency = villages.All.FirstOrDefault(entry => entry.Regency.Code == regency)?.Regency ?? new(regency, backedUp.Regency.Name),
            IsRehearsal = true,
            Successor = null,
            Origin = null,
        };
    }

    static IReadOnlyList<string> FreeNames(VillageIndex villages, VillageRecord backedUp, Guid id) =>
        [.. backedUp.HostNames.Where(name => villages.FindByHostName(name) is not { } host || host.Id == id)];
}

using Microsoft.Extensions.Options;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Villages;

/// <summary>Changes what is sent of a village and leaves the rest. Addresses and codes that it had go on leading to it.</summary>
sealed class ChangeVillage(VillageRegistry registry, ReservedSegments reserved, IOptions<SiteOptions> site, TimeProvider clock)
{
    public Task<(VillageEntry? Village, Refusal? Refusal)> RunAsync(Guid id, VillageChange change, CancellationToken stop = default) => RunAsync(id, change, seen: null, stop);

    /// <summary>Changes the village only where it is still of the version that was seen.</summary>
    public async Task<(VillageEntry? Village, Refusal? Refusal)> RunAsync(Guid id, VillageChange change, int? seen, CancellationToken stop = default)
    {
        if (Check(change) is { Length: > 0 } errors) return (null, Refusal.Invalid(errors));
        Refusal? refusal = null;
        var changed = await registry.ChangeAsync(
            villages =>
            {
                if (villages.Find(id) is not { } entry) refusal = Refusal.NotFound;
                else refusal = seen is null || seen == entry.Record.Version ? Taken(villages, entry, change) : Refusal.Conflict(VillageMessages.Stale);
                return refusal is null ? [Apply(villages, villages.Find(id)!.Record, change)] : [];
            },
            stop);
        return (changed.SingleOrDefault(), refusal);
    }

    FieldError[] Check(VillageChange change)
    {
        var check = new VillageCheck();
        if (change.Code is { } code) check.That(VillageCode.IsValid(code), "/code", VillageMessages.Code);
        if (change.Name is { } name) check.Name("/name", name);
        if (change.District is { } district) check.Name("/district", district);
        if (change.PostalCode is { } postalCode) check.That(VillageCode.IsPostalCode(postalCode), "/postalCode", VillageMessages.PostalCode);
        if (change.Slug is { } slug) check.That(Slug.IsValid(slug) && !reserved.Contains(slug), "/slug", VillageMessages.Slug);
        if (change.TimeZone is { } timeZone) check.That(TimeZones.Exists(timeZone), "/timeZone", VillageMessages.TimeZone);
        check.Location(change.Location);
        for (var i = 0; i < (change.HostNames?.Count ?? 0); i++)
            check.That(HostName.IsValid(change.HostNames![i]), $"/hostNames/{i}", VillageMessages.HostName);
        for (var i = 0; i < (change.HostNames?.Count ?? 0); i++)
            check.That(!SiteHosts.IsOwn(change.HostNames![i], site.Value), $"/hostNames/{i}", VillageMessages.HostNameOfInstallation);
        return check.Errors;
    }

    static Refusal? Taken(VillageIndex villages, VillageEntry own, VillageChange change)
    {
        if (change.Code is { } code && villages.OwnerOf(code) is { } other && other.Id != own.Id) return Refusal.Conflict(VillageMessages.CodeTaken);
        if (change.Slug is { } slug && villages.OwnerOf(slug) is { } holder && holder.Id != own.Id) return Refusal.Conflict(VillageMessages.SlugTaken);
        return change.HostNames?.Any(name => villages.FindByHostName(name) is { } host && host.Id != own.Id) is true
            ? Refusal.Conflict(VillageMessages.HostNameTaken)
            : null;
    }

    VillageRecord Apply(VillageIndex villages, VillageRecord known, VillageChange change)
    {
        var record = WithCode(known, change.Code ?? known.Code);
        record = record with
        {
            Name = change.Name?.Trim() ?? record.Name,
            Kind = change.Kind ?? record.Kind,
            District = new(VillageCode.District(record.Code), change.District?.Trim() ?? record.District.Name),
            PostalCode = change.PostalCode ?? record.PostalCode,
            Location = change.Location ?? record.Location,
            HostNames = change.HostNames is { } names ? [.. names.Select(name => name.ToLowerInvariant()).Distinct()] : record.HostNames,
            TimeZone = change.TimeZone ?? record.TimeZone,
            IsClosed = change.Closed ?? record.IsClosed,
            IsReadOnly = change.ReadOnly ?? record.IsReadOnly,
            Successor = change.Closed is false ? null : record.Successor,
        };
        return WithSlug(villages, record, known, change.Slug).WithEarlierSlug(known.Slug);
    }

    VillageRecord WithSlug(VillageIndex villages, VillageRecord record, VillageRecord known, string? slug)
    {
        if (slug is not null) return record with { Slug = slug };
        return record.Name == known.Name ? record : new SlugAssignment(villages, reserved).Assign([record])[0];
    }

    VillageRecord WithCode(VillageRecord known, string code)
    {
        if (code == known.Code) return known;
        var until = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return known.WithCode(code, until) with { Regency = known.Regency with { Code = VillageCode.Regency(code) } };
    }
}

/// <summary>What is to be changed; null leaves it as it is.</summary>
sealed record VillageChange
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public VillageKind? Kind { get; init; }

    public string? District { get; init; }

    public string? PostalCode { get; init; }

    public Location? Location { get; init; }

    public string? Slug { get; init; }

    public IReadOnlyList<string>? HostNames { get; init; }

    public string? TimeZone { get; init; }

    public bool? ReadOnly { get; init; }

    public bool? Closed { get; init; }
}

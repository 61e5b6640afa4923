using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Villages.Succession;

/// <summary>
/// Makes new villages of parts of one, which stays, or closes into one of them. The new ones begin empty, in the old one's time zone, with the
/// modules that it had switched on and their settings; its documents, profile and edited templates stay with it.
/// </summary>
sealed class SplitVillage(Successions successions, ReservedSegments reserved, ModuleConfigurations configurations, SuccessionDocuments documents)
{
    public async Task<(Outcome? Outcome, Refusal? Refusal)> RunAsync(string code, Splitting splitting, CancellationToken stop = default)
    {
        if (new SplittingCheck(splitting).Errors is { Count: > 0 } errors) return (null, Refusal.Invalid(errors));
        ModuleConfiguration[] inherited = [];
        var result = await successions.RunAsync(
            code,
            splitting.From,
            now =>
            {
                var decision = Decide(now, splitting);
                if (splitting.Inherits) inherited = [.. decision.Others.Where(_ => decision.Records.Count > 0).SelectMany(part => configurations.CopyFor(now.Village.Id, part))];
                return decision;
            },
            () => documents.OpenSession(inherited),
            stop);
        configurations.Add(inherited);
        return result;
    }

    Decision Decide(Situation now, Splitting splitting)
    {
        if (DoneBefore(now, splitting) is { } before) return before;
        if (now.WhyNot() is { } refusal) return Decision.Refuse(refusal);
        FieldError[] taken = [.. Wrong(splitting, (part, at) => now.Villages.OwnerOf(part.Code) is null ? [] : [new(at + "/code", VillageMessages.CodeTaken)])];
        if (taken.Length > 0) return Decision.Refuse(Refusal.Conflict(VillageMessages.CodeTaken) with { Errors = taken });
        FieldError[] errors = [.. Wrong(splitting, (part, at) => ErrorsOf(now, part, at))];
        return errors.Length > 0 ? Decision.Refuse(Refusal.Invalid(errors)) : Split(now, splitting);
    }

    static Decision? DoneBefore(Situation now, Splitting splitting)
    {
        VillageEntry?[] parts = [.. splitting.Villages.Select(part => now.Villages.FindByCode(part.Code))];
        if (!Array.TrueForAll(parts, part => part?.Record.Origin?.Village == now.Village.Id)) return null;
        var closedInto = now.Village.Record.Successor is { } successor ? now.Villages.Find(successor.Village)?.Code : null;
        return closedInto == splitting.ClosesInto ? Decision.DoneBefore([.. parts.Select(part => part!.Id)]) : null;
    }

    static IEnumerable<FieldError> Wrong(Splitting splitting, Func<Part, string, IEnumerable<FieldError>> check) =>
        splitting.Villages.SelectMany((part, i) => check(part, $"/villages/{i}"));

    static IEnumerable<FieldError> ErrorsOf(Situation now, Part part, string at)
    {
        if (VillageCode.Regency(part.Code) != now.Village.Regency.Code) return [new(at + "/code", SuccessionMessages.OtherRegency)];
        return PlaceOf(now, part).Errors.Select(error => error with { Pointer = at + error.Pointer });
    }

    static Place PlaceOf(Situation now, Part part) => new Places(now.Villages).Find(part.Code, part.District, regency: null, now.Village.Record);

    Decision Split(Situation now, Splitting splitting)
    {
        var parts = new SlugAssignment(now.Villages, reserved).Assign([.. splitting.Villages.Select(part => Record(now, part))]);
        var old = parts.FirstOrDefault(part => part.Code == splitting.ClosesInto) is { } successor
            ? now.Village.Record with { IsClosed = true, Successor = new(successor.Id, now.From) }
            : now.Village.Record;
        return new([old, .. parts], [.. parts.Select(part => part.Id)]);
    }

    static VillageRecord Record(Situation now, Part part) => new()
    {
        Code = part.Code,
        Name = part.Name.Trim(),
        Kind = part.Kind ?? now.Village.Record.Kind,
        District = PlaceOf(now, part).District,
        Regency = now.Village.Regency,
        PostalCode = part.PostalCode ?? "",
        Location = part.Location,
        Slug = "",
        TimeZone = now.Village.Record.TimeZone,
        Origin = new(now.Village.Id, now.From),
    };
}

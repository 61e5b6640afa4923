using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Settings;

/// <summary>What people call a scope.</summary>
sealed class ScopeNames(VillageRegistry villages, RegencyOptions regency)
{
    public LocalText Of(Scope scope) => scope.Kind switch
    {
        ScopeKind.District => District(scope.DistrictCode),
        ScopeKind.Village => new(villages.Find(scope.VillageId)?.Name ?? scope.ToString()),
        _ => new(regency.Name),
    };

    /// <summary>The scope in words of the API: regency, district:CODE, village:CODE.</summary>
    public string Key(Scope scope) =>
        scope.Kind is ScopeKind.Village && villages.Find(scope.VillageId) is { } village ? "village:" + village.Code : scope.ToString();

    public Refusal Locked(Scope scope)
    {
        var name = Of(scope);
        return Refusal.Conflict(new($"Dikunci oleh {name.Indonesian}.", $"Locked by {name.In("en")}.")) with
        {
            Details = new Dictionary<string, object?> { ["lockedBy"] = Key(scope) },
        };
    }

    LocalText District(string code)
    {
        var name = villages.Villages.InDistrict(code).FirstOrDefault()?.District.Name ?? code;
        return new($"Kecamatan {name}", $"{name} district");
    }
}

using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Modules;

namespace SmartKampung.Tests.Host.Settings;

/// <summary>Three modules of which the last needs the first.</summary>
static class SampleModules
{
    public static ModuleInfo[] All { get; } = [Of("residents"), Of("news", settings: typeof(NewsSettings)), Of("letters", requires: "residents")];

    static ModuleInfo Of(string id, Type? settings = null, params string[] requires) =>
        new(id, new(id + " (id)", id + " (en)"), LocalText.Empty, "1.0.0", "running", null, requires, settings is null ? [] : [settings]);
}

public enum Order
{
    Newest,
    Oldest,
}

public sealed record NewsSettings
{
    [Range(1, 100)]
    public int Shown { get; init; } = 20;

    public bool Comments { get; init; }

    [StringLength(10)]
    public string Title { get; init; } = "Berita";

    public Order Order { get; init; }

    public decimal Weight { get; init; } = 1.5m;

    public DateOnly Since { get; init; } = new(2020, 1, 1);

    public TimeOnly At { get; init; } = new(7, 30);

    public List<string> Tags { get; init; } = ["desa"];
}

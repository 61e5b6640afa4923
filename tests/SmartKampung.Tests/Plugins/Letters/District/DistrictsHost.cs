using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.District;

/// <summary>One host for the tests of a class, each with villages of districts of its own, where a letter waits for the camat first.</summary>
public sealed class DistrictsHost : IAsyncLifetime
{
    public const string Slug = "uji-camat";

    const string Steps = """{ "kind": "approve", "role": "district-head", "dueHours": 24 }, { "kind": "sign", "role": "head" }""";

    readonly LettersHost letters = new();
    string district = "";

    public TestHost Host => letters.Host;

    public ValueTask InitializeAsync() => letters.InitializeAsync();

    public ValueTask DisposeAsync() => letters.DisposeAsync();

    /// <summary>A village of a district that no test has yet.</summary>
    internal Task<LettersVillage> BeginElsewhereAsync() => BeginAsync(isElsewhere: true);

    /// <summary>Another village of the last one's district.</summary>
    internal Task<LettersVillage> BeginBesideAsync() => BeginAsync(isElsewhere: false);

    internal Task<StaffBrowser> CamatAsync(LettersVillage village, string role = Roles.DistrictHead) => letters.SignInOverDistrictAsync(role, DistrictOf(village.Code), "Bu Camat");

    internal Task<StaffBrowser> RegencyAsync() => letters.SignInOverRegencyAsync(Roles.RegencyAdministrator);

    async Task<LettersVillage> BeginAsync(bool isElsewhere)
    {
        var entry = letters.Next();
        while (DistrictOf(entry.Code) == district == isElsewhere) entry = letters.Next();
        district = DistrictOf(entry.Code);
        var village = await new LettersVillage(
            Host, entry.Code, entry.Slug, (role, name, territory, reference) => letters.SignInAsync(role, entry, name, territory, reference), await letters.SignInAsync(Roles.Operator, entry)).BeginAsync();
        await village.BringTypeAsync(Sample.Type(slug: Slug, steps: Steps));
        return village;
    }

    static string DistrictOf(string code) => code[..code.LastIndexOf('.')];
}

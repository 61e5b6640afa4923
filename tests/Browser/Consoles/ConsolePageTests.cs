namespace SmartKampung.Browser.Consoles;

/// <summary>Every page of accounts and consoles on a phone and on a desk. Words are seen to elsewhere, so one language does here.</summary>
public abstract class ConsolePageTests(Office office)
{
    static readonly int[] Widths = [360, 1280];

    protected async Task SeeAsync(ConsoleKind kind)
    {
        await using var visit = await office.OpenAsync(kind, Widths[0]);
        await Axe.LoadAsync(visit.Page);

        var findings = new List<string>();
        foreach (var width in Widths)
        {
            await visit.Page.SetViewportSizeAsync(width, 800);
            findings.AddRange(await PageChecks.FindingsAsync(visit.Page, "id"));
            findings.AddRange(from violation in await Axe.ViolationsAsync(visit.Page) select $"{width} px: {violation}");
        }

        findings.AddRange(visit.Troubles);
        Findings.None(findings);
    }

    protected static TheoryData<string> Names(IEnumerable<ConsoleKind> kinds) => [.. kinds.Select(kind => kind.Name)];
}

public sealed class AccountPageTests(Office office) : ConsolePageTests(office)
{
    public static TheoryData<string> Pages { get; } = Names([.. ConsoleKind.OfAccounts, .. ConsoleKind.OfRegency]);

    [Theory, MemberData(nameof(Pages))]
    public Task Page_of_accounts_or_the_regency_has_no_finding(string kind) => SeeAsync(ConsoleKind.Named(kind));
}

public sealed class VillageConsolePageTests(Office office) : ConsolePageTests(office)
{
    public static TheoryData<string> Pages { get; } = Names(ConsoleKind.OfVillage);

    [Theory, MemberData(nameof(Pages))]
    public Task Page_of_the_village_has_no_finding(string kind) => SeeAsync(ConsoleKind.Named(kind));
}

namespace SmartKampung.Browser;

/// <summary>The page that shows the API, whose script is not our own.</summary>
public sealed class ApiReferenceTests(Site site)
{
    [Fact]
    public async Task Operations_of_host_and_modules_are_shown_and_the_policy_refuses_nothing()
    {
        await using var visit = await site.OpenAddressAsync("/openapi", "en", 1280);

        await visit.Page.GetByText("Whether the host serves").First.WaitForAsync();
        await visit.Page.GetByText("news", new() { Exact = true }).First.WaitForAsync();
        Findings.None(visit.Troubles);
    }
}

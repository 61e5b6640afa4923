namespace SmartKampung.Browser;

/// <summary>What is wrong with a page, all of it at once.</summary>
static class Findings
{
    public static void None(IReadOnlyCollection<string> findings) =>
        Assert.True(findings.Count == 0, $"{findings.Count} findings:\n{string.Join('\n', findings.Take(30))}");
}

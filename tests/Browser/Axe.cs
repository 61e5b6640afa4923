using System.Text.Json;

namespace SmartKampung.Browser;

/// <summary>
/// axe-core in the page under test. Run as it is, since a library around it opens another page for each run and takes three times as long.
/// </summary>
static class Axe
{
    // What passed is not asked for: describing it takes longer than finding it.
    const string Run = """
        async rule => {
          const result = await axe.run({ resultTypes: ['violations'], ...(rule ? { runOnly: { type: 'rule', values: [rule] } } : {}) });
          return result.violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${violation.help}: ${node.html}`));
        }
        """;

    static readonly Lazy<string> Script =
        new(() => File.ReadAllText(Repository.Path("tests", "Browser", "node_modules", "axe-core", "axe.min.js")) + ";null");

    public static Task LoadAsync(IPage page) => page.EvaluateAsync<JsonElement?>(Script.Value);

    /// <param name="page">A page into which axe was loaded.</param>
    /// <param name="rule">The one rule to run, or null for all.</param>
    public static Task<string[]> ViolationsAsync(IPage page, string? rule = null) => page.EvaluateAsync<string[]>(Run, rule);
}

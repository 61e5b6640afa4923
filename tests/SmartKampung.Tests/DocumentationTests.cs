using System.Text.RegularExpressions;

namespace SmartKampung.Tests;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Code_in_the_sdk_readme_is_quoted_from_modules_that_are_built()
    {
        string[] modules = [Repository.Path("sdk", "examples", "Guestbook"), Repository.Path("tests", "Fixtures", "Ledger"), Repository.Path("tests", "Fixtures", "Desk")];
        var files = modules.SelectMany(module => Directory.GetFiles(module, "*", SearchOption.AllDirectories)).Select(File.ReadAllText).ToArray();
        var quotes = CodeBlock().Matches(File.ReadAllText(Repository.Path("sdk", "README.md"))).Select(match => match.Groups[1].Value.Trim('\n')).ToArray();

        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.Contains(files, file => file.Contains(quote, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("sdk/README.md")]
    [InlineData("host/README.md")]
    public void Links_to_files_lead_somewhere(string readme)
    {
        var folder = Path.GetDirectoryName(Repository.Path(readme))!;
        var links = Link().Matches(File.ReadAllText(Repository.Path(readme))).Select(match => match.Groups[1].Value);

        Assert.All(links.Where(link => !link.Contains(':', StringComparison.Ordinal)), link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
    }

    [GeneratedRegex("```[a-z]+\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\(([^)#]+)[^)]*\)")]
    private static partial Regex Link();
}

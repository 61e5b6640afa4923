using System.Text.RegularExpressions;

namespace SmartKampung.Tests;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Code_in_the_sdk_readme_is_quoted_from_modules_that_are_built()
    {
        string[] modules = [Repository.Path("sdk", "examples", "Guestbook"), Repository.Path("tests", "Fixtures", "Ledger"), Repository.Path("tests", "Fixtures", "Desk"), Repository.Path("tests", "Fixtures", "Panel"), Repository.Path("tests", "Fixtures", "Clerk"), Repository.Path("tests", "Fixtures", "Circulars")];
        var files = modules.SelectMany(module => Directory.GetFiles(module, "*", SearchOption.AllDirectories)).Select(File.ReadAllText).ToArray();
        var quotes = CodeBlock().Matches(File.ReadAllText(Repository.Path("sdk", "README.md"))).Select(match => match.Groups[1].Value.Trim('\n')).ToArray();

        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.Contains(files, file => file.Contains(quote, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("sdk/README.md")]
    [InlineData("host/README.md")]
    [InlineData("docs/running.md")]
    [InlineData("templates/README.md")]
    [InlineData("host/Villages/data/README.md")]
    [InlineData("CHANGELOG.md")]
    public void Links_to_files_lead_somewhere(string readme)
    {
        var folder = Path.GetDirectoryName(Repository.Path(readme))!;
        var links = Link().Matches(File.ReadAllText(Repository.Path(readme))).Select(match => match.Groups[1].Value);

        Assert.All(links.Where(link => !link.Contains(':', StringComparison.Ordinal)), link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
    }

    [Fact]
    public void Every_room_of_the_host_is_on_the_map_of_the_house()
    {
        var map = File.ReadAllText(Repository.Path("README.md"));
        var rooms = Directory.GetDirectories(Repository.Path("host")).Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any()).Select(folder => $"`host/{Path.GetFileName(folder)}`");

        Assert.All(rooms, room => Assert.Contains(room, map, StringComparison.Ordinal));
    }

    [GeneratedRegex("```[a-z]+\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\(([^)#]+)[^)]*\)")]
    private static partial Regex Link();
}

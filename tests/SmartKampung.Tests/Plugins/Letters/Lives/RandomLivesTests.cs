using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Plugins.Letters.Lives;

/// <summary>Whatever people do with letters, in whatever order and at the same moment: requests, letters and registers are as the rules allow, and the figures are those of a recount.</summary>
public sealed class RandomLivesTests(LivesHost lives) : IClassFixture<LivesHost>
{
    const int Acts = 30;

    [RandomRuns(3)]
    public async Task Letters_are_as_the_rules_allow_after_any_life(Guid seed)
    {
        var random = new Random(seed.GetHashCode());
        using var life = await LetterLife.BeginAsync(lives);
        for (var act = 0; act < Acts; act++) await life.ActAsync([.. Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => (random.Next(LetterLife.Acts), random.Next()))]);
        await LetterFigures.ExpectRecountAsync(life);

        await life.DestroyAsync();
        await LetterFigures.ExpectRecountAsync(life);
    }

    /// <summary>What the rules look for is found.</summary>
    [Fact]
    public async Task Life_that_breaks_the_rules_is_told()
    {
        using var life = await LetterLife.BeginAsync(lives);
        await life.FinishOneAsync();
        using var kept = await life.ReadAsync();
        var (request, letter) = (kept.Requests[0], kept.Letters[0]);
        void Expect() => new LetterRules(kept, [request], [letter], life.People).Expect();

        foreach (var (document, property, value) in ((JsonObject, string, JsonNode?)[])
            [(request, "Step", 0), (request, "WaitsFor", Roles.Operator), (request, "State", "Rejected"), (letter, "State", "Replaced"), (letter, "CompletedAt", null), (letter, "Sha256", "00")])
        {
            var before = document[property]?.DeepClone();
            document[property] = value;
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(Expect);
            document[property] = before;
            Expect();
        }
    }
}

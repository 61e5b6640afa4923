using Xunit.v3;

namespace SmartKampung.Tests;

/// <summary>Tests whose counts the long run raises by variables; it runs these alone.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
sealed class LongCountsAttribute : Attribute, ITraitAttribute
{
    public static readonly IReadOnlyCollection<KeyValuePair<string, string>> Traits = [new("Counts", "long")];

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => Traits;

    /// <summary>A count for whoever reads the long run.</summary>
    public static void Tell(string count) => TestContext.Current.TestOutputHelper?.WriteLine(count);
}

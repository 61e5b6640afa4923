using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck.Xunit;
using Xunit.v3;

namespace SmartKampung.Tests;

/// <summary>A property that holds for random values: few from a fixed seed, or as many new ones as SMARTKAMPUNG_TEST_RUNS tells.</summary>
sealed class RandomRunsAttribute : PropertyAttribute, ITraitAttribute
{
    // Xunit wants to be told where a test stands; FsCheck passes it nothing.
    public RandomRunsAttribute(int few, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
    {
        var many = Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_RUNS");
        MaxTest = many is null ? few : Math.Max(few, int.Parse(many, CultureInfo.InvariantCulture));
        Replay = many is null ? "17,4711" : null;
    }

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => LongCountsAttribute.Traits;
}

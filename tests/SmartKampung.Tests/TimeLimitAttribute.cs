using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Xunit.v3;

[assembly: SmartKampung.Tests.TimeLimit]

namespace SmartKampung.Tests;

/// <summary>A test that waits for what never comes is cancelled after ten minutes, or as many as SMARTKAMPUNG_TEST_MINUTES tells: it fails by its name, and the others go on.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
sealed class TimeLimitAttribute : BeforeAfterTestAttribute
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(int.Parse(Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_MINUTES") ?? "10", CultureInfo.InvariantCulture));

    readonly ConcurrentDictionary<string, Timer> running = new();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        running[test.UniqueID] = new(_ => context.CancelCurrentTest(), null, Limit, Timeout.InfiniteTimeSpan);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (running.TryRemove(test.UniqueID, out var timer)) timer.Dispose();
    }
}

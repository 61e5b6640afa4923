namespace SmartKampung.Sdk;

/// <summary>
/// Work that a module does by itself, in each village that has it on. Made anew for each run; its constructor gets what a handler gets.
/// </summary>
public interface IJob
{
    /// <summary>
    /// Runs in one village, never twice at once there. What it stored in its session and did not save, the host saves together with the
    /// note that this run is done, so that it happens once even if the host is killed in between; what it saves itself, it must be
    /// ready to do again.
    /// </summary>
    /// <param name="stop">Cancelled when the host stops or the run takes longer than the host allows.</param>
    /// <remarks>An exception is logged and the run is tried again, with growing pauses; after the fifth time it waits for its next turn.</remarks>
    Task RunAsync(CancellationToken stop);
}

/// <summary>When a job runs.</summary>
public sealed record Schedule
{
    Schedule() { }

    internal string? CronExpression { get; private init; }

    internal TimeSpan Interval { get; private init; }

    /// <summary>At the times of a cron expression, in the village's own time zone. Turns that were missed while the host was down are made up for once.</summary>
    /// <param name="expression">Five fields, such as <c>0 6 * * *</c> for six in the morning. A wrong one stops the module from being composed.</param>
    public static Schedule Cron(string expression) => new() { CronExpression = expression };

    /// <summary>Again and again, this long after the last run ended.</summary>
    /// <param name="interval">At least a second.</param>
    public static Schedule Every(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromSeconds(1));
        return new() { Interval = interval };
    }
}

/// <summary>Registers work in the background.</summary>
public static class JobRegistrations
{
    /// <summary>Lets a job run in each village that has the module on.</summary>
    /// <typeparam name="T">The job. Its class name identifies it from one version of the module to the next.</typeparam>
    /// <param name="services">The module's services.</param>
    /// <param name="schedule">When it runs.</param>
    public static IServiceCollection AddJob<T>(this IServiceCollection services, Schedule schedule) where T : class, IJob =>
        services.AddScoped<T>().AddSingleton(new JobRegistration(typeof(T).Name, schedule, scope => scope.GetRequiredService<T>()));
}

sealed record JobRegistration(string Name, Schedule Schedule, Func<IServiceProvider, IJob> Find);

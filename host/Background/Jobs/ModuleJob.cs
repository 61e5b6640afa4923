namespace SmartKampung.Host.Background;

/// <summary>A job as a module registered it.</summary>
/// <param name="Name">Identifies it in its module.</param>
/// <param name="Schedule">When it runs.</param>
/// <param name="Find">Makes it in a scope of its module.</param>
sealed record ModuleJob(string Name, JobSchedule Schedule, Func<IServiceProvider, IJob> Find)
{
    /// <exception cref="FormatException">Its schedule is wrong.</exception>
    public static ModuleJob Of(JobRegistration registration) => new(registration.Name, new(registration.Schedule), registration.Find);
}

namespace SmartKampung.Sdk;

/// <summary>Registers what a module offers to others.</summary>
public static class SharedServiceRegistrations
{
    /// <summary>
    /// Offers a service to modules that require this one: their handlers and constructors ask for it by its interface. It runs in this module's
    /// services, in the caller's village and session: what it stores is saved when the caller saves, and it can't save by itself.
    /// </summary>
    /// <typeparam name="TService">The interface, in an assembly that module.json lists under <c>sharedServices</c>.</typeparam>
    /// <typeparam name="TImplementation">What does it; its constructor gets what this module's handlers get.</typeparam>
    public static IServiceCollection AddSharedService<TService, TImplementation>(this IServiceCollection services)
        where TService : class
        where TImplementation : class, TService =>
        services.AddScoped<TService, TImplementation>().AddSingleton(new SharedServiceRegistration(typeof(TService)));
}

sealed record SharedServiceRegistration(Type Service);

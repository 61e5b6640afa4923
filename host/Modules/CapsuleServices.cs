namespace SmartKampung.Host.Modules;

/// <summary>
/// What a module's handlers resolve from: the capsule first, then ASP.NET Core's own services of the host. A module's constructors see the
/// capsule alone.
/// </summary>
sealed class CapsuleServices(IServiceProvider capsule, IServiceProvider host)
    : IServiceProvider, IKeyedServiceProvider, IServiceProviderIsService, IServiceScopeFactory
{
    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(IServiceProvider) || serviceType == typeof(IServiceProviderIsService) || serviceType == typeof(IServiceScopeFactory)) return this;
        return capsule.GetService(serviceType) ?? host.GetService(serviceType);
    }

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        capsule.GetKeyedServices(serviceType, serviceKey).LastOrDefault() ?? host.GetKeyedServices(serviceType, serviceKey).LastOrDefault();

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        GetKeyedService(serviceType, serviceKey) ?? throw new InvalidOperationException($"No service {serviceType} with key {serviceKey}.");

    public bool IsService(Type serviceType) => Answers(capsule, serviceType) || Answers(host, serviceType);

    public IServiceScope CreateScope() => capsule.CreateScope();

    static bool Answers(IServiceProvider provider, Type type) => provider.GetRequiredService<IServiceProviderIsService>().IsService(type);
}

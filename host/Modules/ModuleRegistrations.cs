namespace SmartKampung.Host.Modules;

/// <summary>What a module registered in AddServices, beside services of its own.</summary>
sealed class ModuleRegistrations(IServiceCollection services)
{
    public IReadOnlyList<DocumentRegistration> Documents { get; } = All<DocumentRegistration>(services);

    public IReadOnlyList<ReadModelRegistration> ReadModels { get; } = All<ReadModelRegistration>(services);

    public IReadOnlyList<SettingsRegistration> Settings { get; } = All<SettingsRegistration>(services);

    public IReadOnlyList<Permission> Permissions { get; } = All<Permission>(services);

    public IReadOnlyList<MenuItem> Menu { get; } = All<MenuItem>(services);

    public IReadOnlyList<MenuItem> PortalMenu { get; } = [.. All<PortalMenuItem>(services).Select(entry => entry.Item)];

    public IReadOnlyList<HomeSection> Sections { get; } = All<HomeSection>(services);

    public IReadOnlyList<SearchSource> Searches { get; } = All<SearchSource>(services);

    public IReadOnlyList<SitemapSource> Sitemaps { get; } = All<SitemapSource>(services);

    public IReadOnlyList<DemoContent> DemoContents { get; } = All<DemoContent>(services);

    public IReadOnlyList<JobRegistration> Jobs { get; } = All<JobRegistration>(services);

    public IReadOnlyList<EventHandlerRegistration> EventHandlers { get; } = All<EventHandlerRegistration>(services);

    public IReadOnlyList<SharedServiceRegistration> SharedServices { get; } = All<SharedServiceRegistration>(services);

    public IReadOnlyList<IndicatorSource> Indicators { get; } = All<IndicatorSource>(services);

    static T[] All<T>(IServiceCollection services) where T : class =>
        [.. services.Where(service => service.ServiceType == typeof(T)).Select(service => (T)service.ImplementationInstance!)];
}

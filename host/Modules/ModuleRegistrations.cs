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

    public IReadOnlyList<PageSection> Sections { get; } =
        [.. All<HomeSection>(services).Select(section => new PageSection(section.Template, new ModuleDelegate(section.Model), section.Order, section.Portal))];

    public IReadOnlyList<ModuleDelegate> Searches { get; } = [.. All<SearchSource>(services).Select(source => new ModuleDelegate(source.Search))];

    public IReadOnlyList<ModuleDelegate> Sitemaps { get; } = [.. All<SitemapSource>(services).Select(source => new ModuleDelegate(source.Entries))];

    public IReadOnlyList<ModuleDelegate> DemoContents { get; } = [.. All<DemoContent>(services).Select(content => new ModuleDelegate(content.Fill))];

    static T[] All<T>(IServiceCollection services) where T : class =>
        [.. services.Where(service => service.ServiceType == typeof(T)).Select(service => (T)service.ImplementationInstance!)];
}

/// <summary>A section of a home page, ready to be asked for.</summary>
sealed record PageSection(string Template, ModuleDelegate Model, int Order, bool Portal);

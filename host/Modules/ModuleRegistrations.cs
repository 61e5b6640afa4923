namespace SmartKampung.Host.Modules;

/// <summary>What a module registered in AddServices, beside services of its own.</summary>
sealed class ModuleRegistrations(IServiceCollection services)
{
    public IReadOnlyList<DocumentRegistration> Documents { get; } = All<DocumentRegistration>(services);

    public IReadOnlyList<ReadModelRegistration> ReadModels { get; } = All<ReadModelRegistration>(services);

    public IReadOnlyList<DocumentRegistration> PortalDocuments { get; } = [.. All<PortalDocumentRegistration>(services).Select(kept => kept.Documents)];

    public IReadOnlyList<SettingsRegistration> Settings { get; } = All<SettingsRegistration>(services);

    public IReadOnlyList<Permission> Permissions { get; } = All<Permission>(services);

    public IReadOnlyList<MenuItem> Menu { get; } = All<MenuItem>(services);

    public IReadOnlyList<MenuItem> PortalMenu { get; } = [.. All<PortalMenuItem>(services).Select(entry => entry.Item)];

    public IReadOnlyList<PageSection> Sections { get; } =
        [.. All<HomeSection>(services).Select(section => new PageSection(section.Template, new ModuleDelegate(section.Model), section.Order, section.Portal))];

    public IReadOnlyList<ModuleDelegate> Searches { get; } = SearchesIn(services, portal: false);

    public IReadOnlyList<ModuleDelegate> PortalSearches { get; } = SearchesIn(services, portal: true);

    public IReadOnlyList<ModuleDelegate> Sitemaps { get; } = [.. All<SitemapSource>(services).Select(source => new ModuleDelegate(source.Entries))];

    public IReadOnlyList<ModuleDelegate> DemoContents { get; } = [.. All<DemoContent>(services).Select(content => new ModuleDelegate(content.Fill))];

    public IReadOnlyList<JobRegistration> Jobs { get; } = All<JobRegistration>(services);

    public IReadOnlyList<EventHandlerRegistration> EventHandlers { get; } = All<EventHandlerRegistration>(services);

    public IReadOnlyList<SharedServiceRegistration> SharedServices { get; } = All<SharedServiceRegistration>(services);

    public IReadOnlyList<ModuleDelegate> Indicators { get; } = [.. All<IndicatorSource>(services).Select(source => new ModuleDelegate(source.Indicators))];

    public IReadOnlyDictionary<Type, MediaUseRegistration> MediaUses { get; } = All<MediaUseRegistration>(services).ToDictionary(use => use.Type);

    public IReadOnlyList<ConsentPurpose> Consents { get; } = All<ConsentPurpose>(services);

    public IReadOnlyList<ConsentedData> ConsentedData { get; } = All<ConsentedData>(services);

    public IReadOnlyList<PersonalDataRegistration> PersonalData { get; } = All<PersonalDataRegistration>(services);

    public IReadOnlyList<MovedAddressSource> MovedAddresses { get; } = All<MovedAddressSource>(services);

    static ModuleDelegate[] SearchesIn(IServiceCollection services, bool portal) =>
        [.. All<SearchSource>(services).Where(source => source.Portal == portal).Select(source => new ModuleDelegate(source.Search))];

    static T[] All<T>(IServiceCollection services) where T : class =>
        [.. services.Where(service => service.ServiceType == typeof(T)).Select(service => (T)service.ImplementationInstance!)];
}

/// <summary>A section of a home page, ready to be asked for.</summary>
sealed record PageSection(string Template, ModuleDelegate Model, int Order, bool Portal);

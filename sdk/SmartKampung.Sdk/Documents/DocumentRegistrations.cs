namespace SmartKampung.Sdk;

/// <summary>Registers what a module keeps.</summary>
public static class DocumentRegistrations
{
    /// <summary>Gives each village a collection of this type.</summary>
    /// <param name="services">The module's services.</param>
    /// <param name="map">Unique keys, indexes and schema steps.</param>
    public static IServiceCollection AddDocuments<T>(this IServiceCollection services, Action<DocumentMapping<T>>? map = null) where T : Document
    {
        var mapping = new DocumentMapping<T>();
        map?.Invoke(mapping);
        return services.AddSingleton<DocumentRegistration>(new DocumentRegistration<T>(mapping));
    }

    /// <summary>
    /// Keeps documents of this type once for the installation, beside the portal's read models: what belongs to the regency or a district, and what villages
    /// take from there. At the portal <see cref="IDocumentSession"/> reads and saves them, in a village <see cref="IPortalSession"/>. They are in no village's backup or export.
    /// </summary>
    /// <param name="services">The module's services.</param>
    /// <param name="map">Unique keys, indexes and schema steps.</param>
    public static IServiceCollection AddPortalDocuments<T>(this IServiceCollection services, Action<DocumentMapping<T>>? map = null) where T : Document
    {
        var mapping = new DocumentMapping<T>();
        map?.Invoke(mapping);
        return services.AddSingleton(new PortalDocumentRegistration(new DocumentRegistration<T>(mapping)));
    }

    /// <summary>
    /// Shows documents of all villages at the regency's portal: whenever a <typeparamref name="TSource"/> is saved or deleted in a village,
    /// the model made of it is stored in the portal's own documents under the same id, or removed where the projection returns null.
    /// The portal follows shortly after the village's commit; it can be rebuilt from the villages at any time.
    /// </summary>
    /// <typeparam name="TSource">A document type of this module.</typeparam>
    /// <typeparam name="TModel">What the portal queries: the source's few fields that it shows, and those of the village.</typeparam>
    /// <param name="services">The module's services.</param>
    /// <param name="project">Makes the model; it must depend on its arguments alone and keep the source's id.</param>
    /// <param name="map">Unique keys and indexes of the model.</param>
    public static IServiceCollection AddReadModel<TSource, TModel>(
        this IServiceCollection services,
        Func<TSource, Village, TModel?> project,
        Action<DocumentMapping<TModel>>? map = null)
        where TSource : Document
        where TModel : Document
    {
        var mapping = new DocumentMapping<TModel>();
        map?.Invoke(mapping);
        return services.AddSingleton<ReadModelRegistration>(new ReadModelRegistration<TSource, TModel>(project, mapping));
    }
}

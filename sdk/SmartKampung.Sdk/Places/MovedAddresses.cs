namespace SmartKampung.Sdk;

/// <summary>
/// Knows where pages went that once stood at other addresses of the village, such as those of the site it had before. The host asks the modules
/// that are on when nothing else answers a GET or HEAD (404), and before the first page where that is asked for with a query string
/// (<c>/?p=123</c>); the first that knows answers for good (301). Anyone can ask, as often as they like: one indexed query at most.
/// </summary>
public interface IMovedAddresses
{
    /// <summary>Where the page is now.</summary>
    /// <param name="address">
    /// What was asked for, within the village: the path, decoded, and the query string as it came, such as <c>/2021/05/12/panen-raya/</c>.
    /// At most 400 characters; what is longer is not asked for.
    /// </param>
    /// <param name="stop">Cancels the looking.</param>
    /// <returns>The path as mapped, such as <c>/berita/panen-raya</c>, which never leaves the village; or null.</returns>
    Task<string?> FindAsync(string address, CancellationToken stop);
}

/// <summary>Registers who knows where pages went.</summary>
public static class MovedAddressRegistrations
{
    /// <summary>Lets a service of the module lead from earlier addresses. It is made anew for each question; its constructor gets what a handler gets.</summary>
    /// <typeparam name="T">The service. One that throws is left out and told in the log.</typeparam>
    /// <param name="services">The module's services.</param>
    public static IServiceCollection AddMovedAddresses<T>(this IServiceCollection services) where T : class, IMovedAddresses =>
        services.AddScoped<T>().AddSingleton(new MovedAddressSource(scope => scope.GetRequiredService<T>()));
}

sealed record MovedAddressSource(Func<IServiceProvider, IMovedAddresses> Find);

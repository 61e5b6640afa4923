using Microsoft.Extensions.Configuration.Json;

namespace SmartKampung.Host.Regency;

/// <summary>The part of the configuration that the regency's console sets: above defaults and appsettings, below variables and the command line.</summary>
sealed class StoredConfiguration : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Takes its place among the sources.</summary>
    public StoredConfiguration AddTo(IConfigurationBuilder configuration)
    {
        var lastFile = configuration.Sources.ToList().FindLastIndex(source => source is JsonConfigurationSource);
        configuration.Sources.Insert(Math.Max(1, lastFile + 1), this);
        return this;
    }

    /// <summary>What is set from now on; whoever reads options sees it at once.</summary>
    public void Replace(IReadOnlyDictionary<string, string?> values)
    {
        Data = new Dictionary<string, string?>(values, StringComparer.OrdinalIgnoreCase);
        OnReload();
    }

    /// <summary>Whether a variable or the command line says it, so that nothing set here counts.</summary>
    public bool IsOverruled(string key, IConfiguration configuration) =>
        configuration is IConfigurationRoot root && root.Providers.SkipWhile(provider => provider != this).Skip(1).Any(provider => provider.TryGet(key, out _));
}

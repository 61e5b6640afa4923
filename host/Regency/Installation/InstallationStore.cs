using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles.Forms;
using SmartKampung.Host.PageCache;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Regency;

/// <summary>Keeps what the regency sets for the installation, and makes it count: after the start, and from the next request on after a change.</summary>
sealed partial class InstallationStore(
    RegencyDocuments documents, StoredConfiguration configuration, IDataProtectionProvider protection, IPageEvictions pages, ILogger<InstallationStore> log) : IHostedService
{
    readonly IDataProtector protector = protection.CreateProtector("SmartKampung.Installation");

    public static IReadOnlyList<Setting> Settings => SettingsShape.Of(typeof(InstallationSettings)).Settings;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await documents.OpenSession().LoadAsync<InstallationValues>(InstallationValues.Key, cancellationToken) is { } kept) Apply(kept);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<InstallationValues> LoadAsync(CancellationToken stop) =>
        await documents.OpenSession().LoadAsync<InstallationValues>(InstallationValues.Key, stop) ?? new() { Id = InstallationValues.Key };

    /// <summary>False where somebody else was faster.</summary>
    /// <param name="seen">What was kept when the form was shown.</param>
    /// <param name="values">What is to be set, as JSON; a secret that stays is as it was kept.</param>
    /// <param name="stop">Cancels the saving.</param>
    public async Task<bool> SaveAsync(InstallationValues seen, IReadOnlyDictionary<string, string> values, CancellationToken stop)
    {
        var next = seen with { Values = Settings.Where(setting => values.ContainsKey(setting.Name)).ToDictionary(setting => setting.Name, setting => Kept(setting, values[setting.Name], seen)) };
        var session = documents.OpenSession();
        session.Store(next);
        if (!await AccountDocuments.TrySaveAsync(session, stop)) return false;
        Apply(next);
        pages.EvictAll();
        return true;
    }

    static bool IsSecret(Setting setting) => setting.KindOf() is SettingKind.Secret;

    string Kept(Setting setting, string value, InstallationValues seen) =>
        !IsSecret(setting) || seen.Values.GetValueOrDefault(setting.Name) == value ? value : protector.Protect(value);

    void Apply(InstallationValues kept)
    {
        var values = new Dictionary<string, string?>();
        foreach (var setting in Settings)
            if (kept.Values.TryGetValue(setting.Name, out var value) && Readable(setting, value) is { } json) values[InstallationKeys.Of(setting.Name)] = Plain(json);
        configuration.Replace(values);
    }

    string? Readable(Setting setting, string value)
    {
        try
        {
            return IsSecret(setting) ? protector.Unprotect(value) : value;
        }
        catch (CryptographicException lost)
        {
            LogLost(log, lost, setting.Name); // The installation's keys were lost: the secret is typed again.
            return null;
        }
    }

    static string Plain(string json) => JsonElement.Parse(json) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : json;

    [LoggerMessage(Level = LogLevel.Error, Message = "The secret {Setting} can't be read any more and has to be set again")]
    static partial void LogLost(ILogger log, Exception failure, string setting);
}

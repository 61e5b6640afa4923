using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace SmartKampung.Host.Settings;

/// <summary>Settings that are passwords of other services: kept protected by the installation's keys, told to the module alone.</summary>
sealed class SettingSecrets(IDataProtectionProvider protection)
{
    /// <summary>What stands for a secret that is set, wherever settings are shown; sent back, it keeps the secret.</summary>
    public const string Mask = "•••";

    readonly IDataProtector protector = protection.CreateProtector("SmartKampung.Setting");

    /// <summary>The value as it is kept, as JSON.</summary>
    public string Protect(Setting setting, string json) =>
        setting.IsSecret && TextOf(json) is { Length: > 0 } text ? JsonSerializer.Serialize(protector.Protect(text), ApiJson.Options) : json;

    /// <summary>The value as the module gets it, as JSON; empty where the installation's keys were lost.</summary>
    public string Reveal(Setting setting, string json)
    {
        if (!setting.IsSecret || TextOf(json) is not { Length: > 0 } text) return json;
        try
        {
            return JsonSerializer.Serialize(protector.Unprotect(text), ApiJson.Options);
        }
        catch (CryptographicException)
        {
            return "\"\"";
        }
    }

    /// <summary>The value as people and programs are shown it, as JSON.</summary>
    public static string Hide(Setting setting, string json) =>
        setting.IsSecret && TextOf(json) is { Length: > 0 } ? JsonSerializer.Serialize(Mask, ApiJson.Options) : json;

    /// <summary>Whether what was sent means the secret that is there.</summary>
    public static bool IsKept(string sent, string? kept) => kept is not null && (sent == kept || TextOf(sent) == Mask);

    static string? TextOf(string json) => json.StartsWith('"') ? JsonSerializer.Deserialize<string>(json, ApiJson.Options) : null;
}

using System.Text.Encodings.Web;
using System.Text.Json;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>All that is kept of me, by the host and by modules, as a file; nothing in it proves anything, so that who finds it gets in nowhere.</summary>
static class DownloadData
{
    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<IResult> HandleAsync(
        HttpContext context, PresentAccounts accounts, Passkeys.PasskeyList passkeys, ApiTokens tokens, OwnDataFile parts, VillageRegistry villages, Sightings sightings, TimeProvider clock, CancellationToken stop)
    {
        var present = (await accounts.FindAsync(SignedIn.Of(context)!.Account.Id, stop))!;
        var account = present.Account;
        var data = new
        {
            account.Id,
            account.Name,
            account.Login,
            account.Language,
            account.CreatedAt,
            account.HasAuthenticator,
            RecoveryCodesLeft = account.RecoveryCodes.Count,
            Passkeys = (await passkeys.OfAsync(account.Id, stop)).Select(passkey => new { passkey.Name, passkey.AddedAt, passkey.UsedAt }),
            Roles = present.Roles.Select(role => new { role.Role, Place = PlaceName.Of(role.Scope, villages), role.Scope, role.GivenAt }),
            Devices = present.Devices.Select(device => new { device.Browser, device.Address, device.SignedInAt, LastSeenAt = sightings.Of(device) }),
            Tokens = (await tokens.OfAsync(account.Id, stop)).Select(token => new { token.Name, Place = PlaceName.Of(token.Scope, villages), token.Permissions, token.CreatedAt, token.ExpiresAt, token.UsedAt }),
            Privacy = await parts.OfAsync(account.Id, stop),
            WrittenAt = clock.GetUtcNow(),
        };
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(data, Readable), "application/json", $"akun-{clock.GetUtcNow():yyyy-MM-dd}.json");
    }
}

using System.Security.Claims;

namespace SmartKampung.Host.Accounts;

/// <summary>The system administrator, who looks after the installation.</summary>
static class Administrator
{
    public const string Policy = "administrator";

    const string ClaimType = "smartkampung:system-administrator";

    public static ClaimsPrincipal Principal { get; } =
        new(new ClaimsIdentity([new(ClaimTypes.Name, "administrator"), new(ClaimType, "true")], AdministratorKeyHandler.Name));

    public static bool IsSystemAdministrator(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == ClaimType);

    /// <summary>Only the system administrator may enter: 401 without the key.</summary>
    public static T RequireAdministrator<T>(this T route) where T : IEndpointConventionBuilder => route.RequireAuthorization(Policy);
}

/// <summary>Makes the key at first start, before anybody needs it.</summary>
sealed class MakeAdministratorKey(AdministratorKey key) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(key);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Accounts;

/// <summary>The system administrator, who looks after the installation.</summary>
static class Administrator
{
    public const string Policy = "administrator";

    const string ClaimType = "smartkampung:system-administrator";

    public static ClaimsPrincipal Principal { get; } =
        new(new ClaimsIdentity([new(ClaimTypes.Name, "administrator"), new(ClaimType, "true")], AdministratorKeyHandler.Name));

    public static bool IsSystemAdministrator(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == ClaimType);

    /// <summary>The administrator key opens what is marked with <see cref="RequireAdministrator{T}"/>.</summary>
    public static IServiceCollection AddAdministratorKey(this IServiceCollection services)
    {
        services.AddAuthentication(AdministratorKeyHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, AdministratorKeyHandler>(AdministratorKeyHandler.Name, null);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(AdministratorKeyHandler.Name)
            .RequireAssertion(context => context.User.IsSystemAdministrator()));
        return services
            .AddSingleton<WrongKeys>()
            .AddSingleton(services => AdministratorKey.In(services.GetRequiredService<DataFolder>()))
            .AddHostedService<MakeAdministratorKey>();
    }

    /// <summary>Only the system administrator may enter: 401 without the key.</summary>
    public static T RequireAdministrator<T>(this T route) where T : IEndpointConventionBuilder => route.RequireAuthorization(Policy);
}

/// <summary>Makes the key at first start, before anybody needs it.</summary>
sealed class MakeAdministratorKey(AdministratorKey key) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(key);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.AspNetCore.Identity;

namespace SmartKampung.Host.Accounts.Passkeys;

/// <summary>Passkeys by ASP.NET Core Identity's own handler, which reads and checks what authenticators sign.</summary>
static class PasskeysComposition
{
    const string Required = "required";

    public static IServiceCollection AddPasskeys(this IServiceCollection services) => services
        .Configure<IdentityPasskeyOptions>(Configure)
        .AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>()
        .AddSingleton<PasskeyChallenges>()
        .AddSingleton<PasskeyList>();

    /// <summary>The passkey finds the account by itself, and asks for finger, face or PIN: it stands for both steps.</summary>
    static void Configure(IdentityPasskeyOptions passkeys)
    {
        passkeys.UserVerificationRequirement = Required;
        passkeys.ResidentKeyRequirement = Required;
        passkeys.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && origin.Origin == OwnOrigin(origin.HttpContext.Request));
    }

    static string OwnOrigin(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";
}

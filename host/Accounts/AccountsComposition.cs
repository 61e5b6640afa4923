using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Accounts;

/// <summary>The room of the people: who they are, and what they may do where.</summary>
static class AccountsComposition
{
    const string KeyOrSession = "key-or-session";
    const int ShortestPassword = 10;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(KeyOrSession)
            .AddPolicyScheme(KeyOrSession, null, either => either.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, AdministratorKeyHandler>(AdministratorKeyHandler.Name, null)
            .AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        services.AddAuthorizationBuilder().AddPolicy(Administrator.Policy, policy => policy
            .AddAuthenticationSchemes(AdministratorKeyHandler.Name)
            .RequireAssertion(context => context.User.IsSystemAdministrator()));
        services.AddIdentityCore<User>(Configure).AddUserStore<AccountStore>();
        return services
            .AddSingleton<ILookupNormalizer, LoginNormalizer>()
            .AddSingleton<WrongKeys>()
            .AddSingleton<WrongGuesses>()
            .AddSingleton<SignInAttempts>()
            .AddScoped<Passwords>()
            .AddSingleton(services => AdministratorKey.In(services.GetRequiredService<DataFolder>()))
            .AddHostedService<MakeAdministratorKey>()
            .AddSingleton<AccountDocuments>()
            .AddSingleton<PresentAccounts>()
            .AddSingleton<Sessions>()
            .AddSingleton<Slips>()
            .AddSingleton<Authenticator>()
            .AddScoped<OpenSlip>()
            .AddSingleton<Rights>()
            .AddSingleton<RoleSets>()
            .AddHostedService(host => host.GetRequiredService<RoleSets>())
            .AddSingleton<ChangeRole>()
            .AddSingleton<ApiTokens>()
            .AddSingleton<TokenGrants>()
            .AddHostedService<InviteFirstAdministrator>();
    }

    static void Configure(IdentityOptions identity)
    {
        identity.User.AllowedUserNameCharacters = "";
        identity.Password = new() { RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 4 };
    }

    /// <summary>A browser sends its cookies by itself, so programs are asked for the key alone.</summary>
    static string SchemeOf(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 || context.Request.Path.StartsWithSegments("/api") ? AdministratorKeyHandler.Name : SessionCookie.Scheme;
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartKampung.Host.Accounts.Demo;
using SmartKampung.Host.Accounts.Interrupted;
using SmartKampung.Host.Accounts.Lost;
using SmartKampung.Host.Accounts.Own;
using SmartKampung.Host.Accounts.Passkeys;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.Pages;
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
        return services.AddKeys().AddProofs().AddPasskeys().AddEntrances();
    }

    static IServiceCollection AddKeys(this IServiceCollection services) => services
        .AddSingleton<WrongKeys>()
        .AddSingleton(services => AdministratorKey.In(services.GetRequiredService<DataFolder>()))
        .AddHostedService<MakeAdministratorKey>();

    /// <summary>Who people are, and how they prove it.</summary>
    static IServiceCollection AddProofs(this IServiceCollection services) => services
        .AddSingleton<ILookupNormalizer, LoginNormalizer>()
        .AddSingleton<AccountDocuments>()
        .AddSingleton<PresentAccounts>()
        .AddSingleton<Rights>()
        .AddSingleton<WrongGuesses>()
        .AddSingleton<KnownBrowsers>()
        .AddSingleton<SignInAttempts>()
        .AddSingleton<LoginTries>()
        .AddScoped<Passwords>()
        .AddScoped<SetPassword>()
        .AddScoped<OwnerProof>()
        .AddSingleton<Authenticator>()
        .AddSingleton<RecoveryCodes>()
        .AddSingleton<SecondProof>()
        .AddSingleton<WrongCodes>()
        .AddSingleton<FreshProof>();

    /// <summary>The ways in.</summary>
    static IServiceCollection AddEntrances(this IServiceCollection services)
    {
        services.TryAddSingleton<MailServer>();
        return services
            .AddSingleton<Sightings>().AddHostedService(services => services.GetRequiredService<Sightings>())
            .AddSingleton<Sessions>()
            .AddSingleton<PreferredAddress>()
            .AddSingleton<OwnConsoles>()
            .AddSingleton<Entrance>()
            .AddSingleton<KeptForms>()
            .AddSingleton<IPageFinish, PutBackForm>()
            .AddSingleton<Origin>()
            .AddSingleton<ResetLinks>()
            .AddSingleton<SendResetLinks>().AddHostedService(services => services.GetRequiredService<SendResetLinks>())
            .AddSingleton<Slips>()
            .AddSingleton<ResidentSlips>()
            .AddScoped<OpenSlip>()
            .AddSingleton<RoleSets>()
            .AddHostedService(host => host.GetRequiredService<RoleSets>())
            .AddSingleton<ChangeRole>()
            .AddSingleton<ApiTokens>()
            .AddSingleton<TokenGrants>()
            .AddScoped<SlipViews>()
            .AddSingleton<DemoMode>()
            .AddHostedService<DemoAccounts>()
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

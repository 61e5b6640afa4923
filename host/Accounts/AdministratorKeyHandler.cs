using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Accounts;

/// <summary>Signs in who sends <c>Authorization: Bearer KEY</c> with the administrator key, or a program with a person's token.</summary>
sealed class AdministratorKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AdministratorKey key, ApiTokens tokens, WrongKeys wrongKeys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "AdministratorKey";

    static readonly LocalText Missing = new("Perlu kunci administrator.", "The administrator key is needed.");
    static readonly LocalText TooMany = new("Terlalu banyak kunci yang salah. Coba lagi semenit lagi.", "Too many wrong keys. Try again in a minute.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (AdministratorKey.SentBy(Request) is not { } sent) return AuthenticateResult.NoResult();
        if (key.Equals(sent)) return AuthenticateResult.Success(new(Administrator.Principal, Scheme.Name));
        if (!wrongKeys.IsFull(Context) && ApiTokens.IsToken(sent) && await tokens.FindAsync(sent, Context.RequestAborted) is { } person) return Enter(person);
        if (wrongKeys.Add(Context)) Challenge.Slow(Context);
        return AuthenticateResult.Fail("The key is wrong.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        var status = Challenge.StatusFor(Context);
        return Answer(new(status, status == StatusCodes.Status429TooManyRequests ? TooMany : Missing));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Answer(new(StatusCodes.Status403Forbidden, Missing));

    AuthenticateResult Enter(SignedIn person)
    {
        Context.Features.Set(person);
        return AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.Account.Id.ToString())], Name)), Scheme.Name));
    }

    Task Answer(Refusal refusal) => refusal.In(Context).ExecuteAsync(Context);
}

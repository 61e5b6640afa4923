using Microsoft.AspNetCore.Identity;

namespace SmartKampung.Host.Accounts.Passkeys;

/// <summary>Signing in by a passkey alone, which stands for password and second step.</summary>
static class SignInByPasskey
{
    public static async Task<IResult> AskAsync(HttpContext context, IPasskeyHandler<User> handler, PasskeyChallenges challenges)
    {
        var options = await handler.MakeRequestOptionsAsync(null, context);
        return PasskeyOptions.Answer(challenges.Keep(options.AssertionState, account: null), options.RequestOptionsJson);
    }

    public static async Task<IResult> EnterAsync(
        Form<PasskeyAnswer> form, string? kembali, HttpContext context, IPasskeyHandler<User> handler, PasskeyChallenges challenges, PasskeyList passkeys, WrongGuesses guesses,
        Entrance entrance, CancellationToken stop)
    {
        if (form.IsValid && await CheckAsync(form.Value, context, handler, challenges, passkeys, stop) is { } account) return await entrance.EnterAsync(context, account, Proof.SecondStep, kembali, stop);
        guesses.Add(context);
        return entrance.Refuse(context, kembali, "passkey.wrong");
    }

    /// <summary>The account of the passkey, or null where anything about the answer is not as it should be.</summary>
    static async Task<Account?> CheckAsync(PasskeyAnswer answer, HttpContext context, IPasskeyHandler<User> handler, PasskeyChallenges challenges, PasskeyList passkeys, CancellationToken stop)
    {
        if (!challenges.TryTake(answer.Challenge, account: null, out var state)) return null;
        var result = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer.Credential ?? "", AssertionState = state });
        if (!result.Succeeded || !result.Passkey.IsUserVerified) return null;
        if (await passkeys.FindAsync(result.Passkey.CredentialId, stop) is not { } passkey || passkey.AccountId != result.User.Account.Id) return null;
        return await passkeys.UseAsync(passkey, result.Passkey, stop) is null ? null : result.User.Account;
    }
}

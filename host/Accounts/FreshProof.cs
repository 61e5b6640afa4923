using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>Tells modules whether a second step is young, and takes one.</summary>
sealed class FreshProof(Authenticator authenticator, SignInAttempts attempts, Sessions sessions, WrongGuesses guesses, TimeProvider clock)
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public IFreshProof In(CapsuleContext context) => new Present(this, context);

    bool IsFresh(SignedIn? person) => person is { HasProvedTwice: true, Token: null } && clock.GetUtcNow() - person.Device.SignedInAt < Life;

    async Task<bool> ConfirmAsync(HttpContext context, Account account, string letters, CancellationToken stop)
    {
        if (!guesses.TryBegin(context)) return false;
        try
        {
            if (await attempts.BeginAsync(account.Id, context, stop) is not null && await authenticator.ProveAsync(account.Id, letters, stop)) return await BeginAsync(context, account, stop);
            guesses.Add(context);
            return false;
        }
        finally
        {
            guesses.End(context);
        }
    }

    async Task<bool> BeginAsync(HttpContext context, Account account, CancellationToken stop)
    {
        await attempts.SucceedAsync(account.Id, context, stop);
        await sessions.BeginAsync(context, account, Proof.SecondStep, stop);
        return true;
    }

    sealed class Present(FreshProof proofs, CapsuleContext context) : IFreshProof
    {
        bool isConfirmed;

        public bool IsFresh => isConfirmed || proofs.IsFresh(Person);

        public bool HasApp => Person?.Account.HasAuthenticator is true;

        SignedIn? Person => context.Http is { } http ? SignedIn.Of(http) : null;

        public async Task<bool> ConfirmAsync(string code, CancellationToken stop = default)
        {
            var letters = string.Concat(code.Where(char.IsAsciiLetterOrDigit));
            if (!IsFresh && HasApp && Person is { Token: null } person) isConfirmed = await proofs.ConfirmAsync(context.Http!, person.Account, letters, stop);
            return IsFresh;
        }

        public string Address(string back)
        {
            var http = context.Http ?? throw new InvalidOperationException("There is nobody to ask here.");
            return ReturnAddress.AtPortal(http, SecondStep.Path) + ReturnAddress.Query(http, AddressBook.Of(http).Path(back)) + "&segar=1";
        }
    }
}

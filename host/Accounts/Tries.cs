namespace SmartKampung.Host.Accounts;

/// <summary>Tries to prove oneself, of one known browser or at one login: ten wrong ones within five minutes.</summary>
sealed class Tries
{
    readonly Lock counting = new();
    DateTimeOffset since;
    int tries;

    public bool TryCount(DateTimeOffset now)
    {
        lock (counting)
        {
            if (now - since >= SignInAttempts.LockedFor) (since, tries) = (now, 0);
            return tries++ < SignInAttempts.Allowed;
        }
    }

    public void Forget()
    {
        lock (counting) tries = 0;
    }
}

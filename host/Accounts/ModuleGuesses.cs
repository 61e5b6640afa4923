using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Accounts;

/// <summary>Wrong codes that modules look at.</summary>
sealed class WrongCodes(TimeProvider clock) : GuessCount(allowed: 20, clock);

/// <summary>Counts for one request of a module. What is begun counts until the answer tells that it was right.</summary>
sealed class ModuleGuesses(WrongCodes codes, CapsuleContext context) : IGuesses
{
    const string SecondsToWait = "60";

    public bool TryBegin()
    {
        if (context.Http is not { } http || codes.TryAdd(http)) return true;
        http.Response.Headers.RetryAfter = SecondsToWait;
        return false;
    }

    public void WasRight()
    {
        if (context.Http is { } http) codes.TakeBack(http);
    }
}

using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Accounts;

/// <summary>Wrong codes that modules look at.</summary>
sealed class WrongCodes(TimeProvider clock) : GuessCount(allowed: 20, clock);

/// <summary>Counts for one request of a module. What is begun counts until the answer tells that it was right.</summary>
sealed class ModuleGuesses(WrongCodes codes, CapsuleContext context) : IGuesses
{
    public bool TryBegin()
    {
        if (context.Http is not { } http) return true;
        if (!codes.TryBegin(http)) return false;
        codes.End(http);
        codes.Add(http);
        return true;
    }

    public void WasRight()
    {
        if (context.Http is { } http) codes.TakeBack(http);
    }
}

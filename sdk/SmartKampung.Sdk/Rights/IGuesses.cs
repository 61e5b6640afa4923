namespace SmartKampung.Sdk;

/// <summary>
/// Slows whoever tries codes in addresses or forms, such as that of a paper: counts the wrong ones of a minute by the network address that they come from.
/// </summary>
public interface IGuesses
{
    /// <summary>Begins to look at what was sent, which counts as wrong until <see cref="WasRight"/>. False where there were too many: answer 429 and look at nothing.</summary>
    bool TryBegin();

    /// <summary>What was begun turned out right, and is not counted.</summary>
    void WasRight();
}

namespace SmartKampung.Sdk;

/// <summary>
/// Whether the person at the browser has proved just now who they are, for what an unlocked phone on a table must not do, such as signing letters. Fresh is a
/// second step (code of the app, or passkey) of the last five minutes.
/// </summary>
public interface IFreshProof
{
    /// <summary>Whether nothing more has to be asked. False where nobody is signed in, and for programs.</summary>
    bool IsFresh { get; }

    /// <summary>Whether they have an app that makes codes; others confirm by passkey, at <see cref="Address"/>.</summary>
    bool HasApp { get; }

    /// <summary>Checks a code of the app that was typed into a form of the module. Wrong ones are counted, and too many lock.</summary>
    /// <param name="code">As it was typed.</param>
    /// <param name="stop">Cancels the check.</param>
    /// <returns>Whether the proof is fresh now.</returns>
    Task<bool> ConfirmAsync(string code, CancellationToken stop = default);

    /// <summary>The address of the page that asks for code or passkey and leads back.</summary>
    /// <param name="back">The path of the village to come back to, as mapped.</param>
    string Address(string back);
}

using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>Asks for the present password before anything that an unlocked phone on a table should not be able to do.</summary>
sealed class OwnerProof(Passwords passwords, WrongGuesses guesses, TextLibrary library, TimeProvider clock)
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>Whether the second step is so young that nothing more is asked.</summary>
    public bool IsFresh(HttpContext context) =>
        SignedIn.Of(context) is { HasProvedTwice: true } person && clock.GetUtcNow() - person.Device.SignedInAt < Fresh;

    /// <summary>Whether it is the owner; if not, the form says so beside the field.</summary>
    public async Task<bool> CheckAsync(HttpContext context, Form form, string? password, CancellationToken stop)
    {
        if (IsFresh(context)) return true;
        if (await passwords.CheckAsync(SignedIn.Of(context)!.Account.Id, password ?? "", context, stop) is not null) return true;
        guesses.Add(context);
        form.AddError(nameof(Confirmed.Present), library.For(PageOwner.Host.Id, context)["own.present.wrong"]);
        return false;
    }
}

/// <summary>A form that asks for the present password alone, and not even for that when the second step is young.</summary>
sealed record Confirmed([System.ComponentModel.DataAnnotations.StringLength(200), System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.Password)] string? Present);

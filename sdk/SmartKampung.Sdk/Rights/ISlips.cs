namespace SmartKampung.Sdk;

/// <summary>
/// Makes slips: invitations on paper, opened once with a code within a week, by which somebody gets an account of their own. A slip that a module
/// makes gives the role of a resident in the present village and nothing else. Who may make one is the rule of the module's route.
/// </summary>
public interface ISlips
{
    /// <summary>Makes a slip, saved at once; earlier ones for the same reference are worth nothing any more.</summary>
    /// <param name="name">Whom it is for.</param>
    /// <param name="reference">
    /// What the module knows the person by. The role keeps it, so that <see cref="IPerson.RegisteredAs"/> tells it to the module; it belongs to one account in the village.
    /// </param>
    /// <param name="stop">Cancels.</param>
    /// <returns>
    /// What is printed; for who has an account by this reference, a slip that renews its password. Null where it can't: the account is the maker's own, or has other roles too,
    /// so that whoever gives those has to renew it.
    /// </returns>
    Task<ResidentSlip?> MakeAsync(string name, Guid reference, CancellationToken stop = default);

    /// <summary>Which of these references belong to an account in the present village.</summary>
    Task<IReadOnlySet<Guid>> FindRegisteredAsync(IReadOnlyCollection<Guid> references, CancellationToken stop = default);
}

/// <summary>A slip as it is printed by the theme's template <c>slip-sheet</c>. Its code is told this once and kept nowhere: show it in the answer itself.</summary>
/// <param name="Name">Whom it is for.</param>
/// <param name="Code">Opens it.</param>
/// <param name="Address">Where the code is typed.</param>
/// <param name="Qr">The address with the code, as a drawing.</param>
/// <param name="ExpiresAt">Until when it can be opened.</param>
/// <param name="Login">What the person signs in with where it renews their password; null where it invites.</param>
public sealed record ResidentSlip(string Name, string Code, string Address, Html Qr, DateTimeOffset ExpiresAt, string? Login);

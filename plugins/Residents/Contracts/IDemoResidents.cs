namespace SmartKampung.Residents;

/// <summary>
/// The people whom the register's demo content invented, for the demo content of other modules, which nobody who is signed in asks for. Nobody else of the
/// register is given by it: where no demo content was made, it knows nobody.
/// </summary>
public interface IDemoResidents
{
    /// <summary>The invented people, family by family, as the register has them now.</summary>
    Task<IReadOnlyList<ResidentData>> ListAsync(CancellationToken stop = default);
}

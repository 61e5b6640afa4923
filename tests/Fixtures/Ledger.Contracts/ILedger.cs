namespace Ledger.Contracts;

/// <summary>What the ledger offers to other modules.</summary>
public interface ILedger
{
    /// <summary>Books an amount; saved when the caller saves.</summary>
    void Book(int amount);

    /// <summary>Tries what a shared service may not do.</summary>
    Task SaveByItselfAsync();
}

/// <summary>An amount was booked.</summary>
public sealed record Booked(int Amount);

namespace SmartKampung.Sdk;

/// <summary>Who makes the present request: for what is signed with a name, and for what belongs to somebody.</summary>
public interface IPerson
{
    /// <summary>The account, or null for visitors, for a script with the administrator key, and in jobs.</summary>
    Guid? Id { get; }

    /// <summary>What the person calls themselves; empty where there is no account.</summary>
    string Name { get; }
}

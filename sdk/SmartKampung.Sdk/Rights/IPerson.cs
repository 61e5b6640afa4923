namespace SmartKampung.Sdk;

/// <summary>Who makes the present request: for what is signed with a name, and for what belongs to somebody.</summary>
public interface IPerson
{
    /// <summary>The account, or null for visitors, for a script with the administrator key, and in jobs.</summary>
    Guid? Id { get; }

    /// <summary>What the person calls themselves; empty where there is no account.</summary>
    string Name { get; }

    /// <summary>The role by which they are in the present village or, at the portal, in the regency or a district; one of staff before one of people, empty for who has none here. See <see cref="Roles"/>.</summary>
    string Role { get; }

    /// <summary>By what a module knows the person in the present village: the reference of the slip that brought their role, see <see cref="ISlips"/>; null where there was none.</summary>
    Guid? RegisteredAs { get; }
}

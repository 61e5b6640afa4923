namespace SmartKampung.Sdk;

/// <summary>What the present user may do in the present village, for answers that differ by it. Who may enter at all is a route's rule.</summary>
public interface IRights
{
    /// <summary>Whether the user holds the permission here.</summary>
    /// <param name="permission">A permission that the module registered with <see cref="Rules.AddPermission"/>.</param>
    bool Has(Permission permission);

    /// <summary>
    /// Whether the user has the role here, such as for a step that a village gives to its secretary: a role over the village's district counts,
    /// at the portal one over any district, one that waits for the second step does not, and nobody has all.
    /// </summary>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    bool IsIn(string role);
}

namespace SmartKampung.Sdk;

/// <summary>What the present user may do in the present village, for answers that differ by it. Who may enter at all is a route's rule.</summary>
public interface IRights
{
    /// <summary>Whether the user holds the permission here.</summary>
    /// <param name="permission">A permission that the module registered with <see cref="Rules.AddPermission"/>.</param>
    bool Has(Permission permission);
}

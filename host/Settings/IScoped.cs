namespace SmartKampung.Host.Settings;

/// <summary>A document of the installation that belongs to a village, a district or the regency.</summary>
interface IScoped
{
    /// <summary>Where, as <see cref="Settings.Scope"/> writes it.</summary>
    string Scope { get; }
}

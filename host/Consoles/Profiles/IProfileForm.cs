namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>The fields of one page of the profile.</summary>
/// <typeparam name="TSelf">The form itself.</typeparam>
interface IProfileForm<TSelf> where TSelf : class, IProfileForm<TSelf>
{
    /// <summary>The form with what the profile holds.</summary>
    static abstract TSelf Of(VillageProfile profile);

    /// <summary>The profile with what the form holds.</summary>
    VillageProfile ApplyTo(VillageProfile profile);
}

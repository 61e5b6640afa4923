using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Plugins.Residents;

/// <summary>One host for the tests of a class, with the register of residents on everywhere, and a module that asks it.</summary>
public sealed class RegisterHost : VillagesHost
{
    private protected override string[] Everywhere => ["residents", "usher"];

    private protected override void Add(PluginFolders plugins) => plugins.AddResidents().AddFixture("usher");

    /// <summary>A village of a test's own, with two RT in one hamlet and one in another.</summary>
    internal Task<RegisterVillage> BeginAsync() => RegisterVillage.BeginAsync(this);
}

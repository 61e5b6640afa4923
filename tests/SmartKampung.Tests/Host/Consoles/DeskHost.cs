using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Consoles;

/// <summary>The same with a module that needs another one, and one that fails.</summary>
public sealed class DeskHost : VillagesHost
{
    private protected override string[] Everywhere => ["news"];

    private protected override void Add(PluginFolders plugins) => plugins.AddNews().AddFixture("ledger").AddFixture("desk").AddSpecimen("constructor throws");
}

using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Consoles;

/// <summary>The same with a module that has settings of every kind.</summary>
public sealed class PanelHost : VillagesHost
{
    private protected override string[] Everywhere => ["news", "panel"];

    private protected override void Add(PluginFolders plugins) => plugins.AddNews().AddFixture("panel");
}

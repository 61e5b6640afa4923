using System.Runtime.CompilerServices;

namespace SmartKampung.Tests;

/// <summary>The hosts of the tests watch no configuration files: each watcher is one of the few that a user of the machine may have (inotify instances).</summary>
static class WithoutWatchers
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}

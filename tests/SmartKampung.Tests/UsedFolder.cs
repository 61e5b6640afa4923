namespace SmartKampung.Tests;

/// <summary>
/// What the first start of the host with some modules leaves in its data folder, made once:
/// hosts of which the first start is not what is tested go on from a copy of it.
/// </summary>
sealed class UsedFolder
{
    readonly string plugins;
    readonly Lazy<Task<TemporaryFolder>> made;

    UsedFolder(string plugins) => (this.plugins, made) = (plugins, new(() => MakeAsync(new() { Plugins = plugins, IsFirstStart = true }, _ => Task.CompletedTask)));

    /// <summary>What is left by a host that did some more.</summary>
    public UsedFolder(TestHost host, Func<TestHost, Task> more) => (plugins, made) = (host.Plugins, new(() => MakeAsync(host, more)));

    public static UsedFolder OfNews { get; } = new(NewsAlone.Folder);

    static UsedFolder OfAll { get; } = new(Repository.Plugins);

    /// <summary>The folder for hosts with these modules; null where each begins by itself.</summary>
    public static UsedFolder? After(string plugins) => new[] { OfNews, OfAll }.FirstOrDefault(folder => folder.plugins == plugins);

    public async Task CopyToAsync(string data) => Copy(new((await made.Value).FullName), data);

    static async Task<TemporaryFolder> MakeAsync(TestHost host, Func<TestHost, Task> more)
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await using var made = host;
        await host.InitializeAsync();
        await more(host);
        await host.StopAsync();
        Copy(new(host.DataFolder), folder.FullName);
        return folder;
    }

    /// <summary>Who may open a folder or a file is copied along.</summary>
    static void Copy(DirectoryInfo from, string to)
    {
        var copy = Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows()) copy.UnixFileMode = from.UnixFileMode;
        foreach (var file in from.EnumerateFiles()) file.CopyTo(Path.Combine(to, file.Name));
        foreach (var folder in from.EnumerateDirectories()) Copy(folder, Path.Combine(to, folder.Name));
    }
}

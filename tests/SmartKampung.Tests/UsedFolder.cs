namespace SmartKampung.Tests;

/// <summary>
/// What the first start of the host with the modules of this repository leaves in its data folder, made once:
/// hosts of which the first start is not what is tested go on from a copy of it.
/// </summary>
static class UsedFolder
{
    static readonly Lazy<Task<TemporaryFolder>> Made = new(MakeAsync);

    public static async Task CopyToAsync(string data) => Copy(new((await Made.Value).FullName), data);

    static async Task<TemporaryFolder> MakeAsync()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await using var host = new TestHost { IsFirstStart = true };
        await host.InitializeAsync();
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

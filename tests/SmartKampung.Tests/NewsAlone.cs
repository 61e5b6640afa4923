namespace SmartKampung.Tests;

/// <summary>A plugin folder with the news alone: what hosts of the tests load unless told, since each further module makes every start dearer.</summary>
static class NewsAlone
{
    static readonly Lazy<TemporaryFolder> Made = new(Make);

    public static string Folder => Made.Value.FullName;

    static TemporaryFolder Make()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        Directory.CreateSymbolicLink(folder.Combine("news"), Path.Combine(Repository.Plugins, "news"));
        return folder;
    }
}

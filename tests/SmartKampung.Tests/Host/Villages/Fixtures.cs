namespace SmartKampung.Tests.Host.Villages;

/// <summary>The files of tests/Fixtures.</summary>
static class Fixtures
{
    public static string Path(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "SmartKampung.sln"))) folder = folder.Parent!;
        return System.IO.Path.Combine(folder.FullName, "tests", "Fixtures", name);
    }
}

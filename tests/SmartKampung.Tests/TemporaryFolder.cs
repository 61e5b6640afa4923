namespace SmartKampung.Tests;

/// <summary>A folder that is gone after the test.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("smartkampung-");

    public string FullName => folder.FullName;

    public string Combine(params string[] parts) => Path.Combine([folder.FullName, .. parts]);

    public void Dispose()
    {
        if (folder.Exists) folder.Delete(recursive: true);
    }
}

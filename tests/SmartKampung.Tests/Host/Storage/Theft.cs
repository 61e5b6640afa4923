using System.Text;

namespace SmartKampung.Tests.Host.Storage;

/// <summary>Looks through all bytes of a folder's files, open ones too.</summary>
static class Theft
{
    /// <returns>Each file with what of the texts it holds as UTF-8, UTF-16 in either order.</returns>
    public static List<string> Find(string folder, params string[] texts) =>
    [
        .. from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
           where Path.GetFileName(file) != ".lock"
           let bytes = Read(file)
           from text in texts
           where Forms(text).Any(form => bytes.AsSpan().IndexOf(form) >= 0)
           select $"{Path.GetFileName(file)}: {text}",
    ];

    static IEnumerable<byte[]> Forms(string text) => [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.BigEndianUnicode.GetBytes(text)];

    static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}

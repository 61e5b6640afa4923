using System.Diagnostics;

namespace SmartKampung.Tests.Host.Papers;

/// <summary>A PDF as poppler's tools see it.</summary>
sealed class PdfTools(byte[] pdf) : IDisposable
{
    readonly TemporaryFolder folder = new();

    public Task<string> TextAsync() => RunAsync("pdftotext", "-layout", File(), "-");

    /// <summary>Each word with where it stands, in points from the upper left.</summary>
    public Task<string> WordsAsync() => RunAsync("pdftotext", "-bbox", File(), "-");

    public Task<string> InfoAsync() => RunAsync("pdfinfo", File());

    public Task<string> FontsAsync() => RunAsync("pdffonts", File());

    public Task<string> SignaturesAsync() => RunAsync("pdfsig", File());

    public Task<string> AttachmentsAsync() => RunAsync("pdfdetach", "-list", File());

    public void Dispose() => folder.Dispose();

    string File()
    {
        var file = folder.Combine("paper.pdf");
        System.IO.File.WriteAllBytes(file, pdf);
        return file;
    }

    static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}

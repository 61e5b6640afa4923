using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

/// <summary>What people read on a paper, as one line.</summary>
static class PdfText
{
    public static async Task<string> OfAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("surat.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("pdftotext") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-raw", file, "-" }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return Regex.Replace(text, @"\s+", " ");
    }
}

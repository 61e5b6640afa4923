using System.IO.Compression;
using System.Text;
using SmartKampung.Tests.Host.Papers;

namespace SmartKampung.Tests.Plugins.Letters.Walk;

/// <summary>What an answer tells, whatever it is written in.</summary>
static class Answers
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        var content = await answer.Content.ReadAsByteArrayAsync(Stop);
        var headers = $"{answer.Headers}{answer.Content.Headers}";
        return headers + (content switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => await UnpackAsync(content),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] when content.AsSpan().IndexOf("xref"u8) > 0 => await PrintedAsync(content),
            _ => Encoding.UTF8.GetString(content),
        });
    }

    static async Task<string> PrintedAsync(byte[] pdf)
    {
        using var paper = new PdfTools(pdf);
        return await paper.TextAsync();
    }

    static async Task<string> UnpackAsync(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        var texts = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open());
            texts.Append(await text.ReadToEndAsync(Stop));
        }

        return texts.ToString();
    }
}

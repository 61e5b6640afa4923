using System.Text;

namespace SmartKampung.Host.Media;

/// <summary>Looks at a text: UTF-8 without control characters, under a name that says it is one.</summary>
static class TextFile
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<Inspection> InspectAsync(FileStream file, string name, CancellationToken stop)
    {
        var extension = MediaName.ExtensionIn(name);
        if (extension is not ("txt" or "csv")) return Inspection.Refused(MediaRefusal.WrongKind);
        return await IsTextAsync(file, stop) ? Inspection.OfDocument(extension) : Inspection.Refused(MediaRefusal.WrongKind);
    }

    static async Task<bool> IsTextAsync(FileStream file, CancellationToken stop)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: false, bufferSize: 16_384, leaveOpen: true);
        var part = new char[16_384];
        try
        {
            for (int length; (length = await reader.ReadAsync(part, stop)) > 0;)
                if (part.AsSpan(0, length).ContainsAnyInRange('\0', '\b')) return false;
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

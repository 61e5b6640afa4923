using System.Buffers;
using System.Text;

namespace SmartKampung.Host.Storage;

/// <summary>Finds what may be names of private files in a document, whatever their number: each byte is looked at once.</summary>
static class DigitRuns
{
    static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>All that stands in runs of small hexadecimal digits and has this length.</summary>
    public static List<string> In(ReadOnlySpan<byte> body, int length)
    {
        var found = new List<string>();
        while (body.IndexOfAny(Digits) is >= 0 and var start)
        {
            body = body[start..];
            var run = body.IndexOfAnyExcept(Digits) is >= 0 and var end ? end : body.Length;
            for (var i = 0; i + length <= run; i++) found.Add(Encoding.ASCII.GetString(body.Slice(i, length)));
            body = body[run..];
        }

        return found;
    }
}

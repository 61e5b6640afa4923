using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace SmartKampung.Host.Archives;

/// <summary>Reads line by line, and none that is longer than a document: a packed line of some kilobytes may unpack to gigabytes.</summary>
static class DocumentLines
{
    const int Longest = 16 * 1024 * 1024;

    /// <returns>The lines; null in place of one that is too long, and none after it.</returns>
    public static async IAsyncEnumerable<string?> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken stop)
    {
        var reader = PipeReader.Create(content);
        for (var more = true; more;)
        {
            var read = await reader.ReadAsync(stop);
            var rest = read.Buffer;
            while (TryTake(ref rest, out var line)) yield return line;
            more = !read.IsCompleted && rest.Length <= Longest;
            if (!more && rest.Length > 0) yield return rest.Length <= Longest ? Encoding.UTF8.GetString(rest) : null;
            reader.AdvanceTo(rest.Start, rest.End);
        }
    }

    static bool TryTake(ref ReadOnlySequence<byte> rest, out string line)
    {
        var found = rest.PositionOf((byte)'\n');
        line = found is { } end ? Encoding.UTF8.GetString(rest.Slice(0, end)) : "";
        if (found is { } taken) rest = rest.Slice(rest.GetPosition(1, taken));
        return found is not null;
    }
}

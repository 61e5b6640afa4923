using System.Text.RegularExpressions;

namespace SmartKampung.Tests.Host.Storage;

/// <param name="Text">As strace tells it, with arguments and result.</param>
/// <param name="Begun">The line at which it began.</param>
/// <param name="Ended">The line at which it had returned.</param>
sealed partial record SystemCall(string Text, int Begun, int Ended)
{
    const string Unfinished = "<unfinished ...>";

    /// <summary>The file that it is about, or <c>socket:...</c>.</summary>
    public string File { get; } = FirstArgument().Match(Text).Groups[1].Value;

    public bool IsSync => (Text.StartsWith("fsync(", StringComparison.Ordinal) || Text.StartsWith("fdatasync(", StringComparison.Ordinal)) && Text.EndsWith("= 0", StringComparison.Ordinal);

    /// <summary>Reads what <c>strace -f -y</c> wrote, where a call that others interrupt stands in two lines.</summary>
    public static IReadOnlyList<SystemCall> Read(IEnumerable<string> lines)
    {
        var (calls, open) = (new List<SystemCall>(), new Dictionary<string, SystemCall>());
        foreach (var (number, line) in lines.Index())
        {
            var (thread, text) = line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, var rest] ? (first, rest) : ("", line);
            if (text.EndsWith(Unfinished, StringComparison.Ordinal)) open[thread] = new(text[..^Unfinished.Length], number, number);
            else if (Resumed().Match(text) is { Success: true } resumed && open.Remove(thread, out var begun)) calls.Add(new(begun.Text + text[resumed.Length..], begun.Begun, number));
            else calls.Add(new(text, number, number));
        }

        return calls;
    }

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^\w+\(\d+<([^>]+)>")]
    private static partial Regex FirstArgument();
}

using System.Buffers;
using Scriban.Parsing;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Collects what templates write; text from values is escaped on the way in.</summary>
/// <param name="capacity">How much is likely to be written.</param>
/// <param name="isRented">Whether the memory is borrowed, and given back by whoever ends the page.</param>
sealed class PageOutput(int capacity = 256, bool isRented = false) : IScriptOutput
{
    char[] written = isRented ? ArrayPool<char>.Shared.Rent(capacity) : new char[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => written.AsSpan(0, Length);

    public void Write(string text, int offset, int count) => Append(text.AsSpan(offset, count));

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (Length + text.Length > written.Length) Grow(Length + text.Length);
        text.CopyTo(written.AsSpan(Length));
        Length += text.Length;
    }

    public void AppendEscaped(ReadOnlySpan<char> text)
    {
        for (var special = text.IndexOfAny(HtmlEscaping.Special); special >= 0; special = text.IndexOfAny(HtmlEscaping.Special))
        {
            Append(text[..special]);
            Append(HtmlEscaping.Entity(text[special]));
            text = text[(special + 1)..];
        }

        Append(text);
    }

    /// <summary>Gives borrowed memory back; nothing of what was written is there any more.</summary>
    public void Return()
    {
        if (isRented) ArrayPool<char>.Shared.Return(written);
        (written, Length) = ([], 0);
    }

    public override string ToString() => new(Written);

    void Grow(int needed)
    {
        if (needed > TemplateLimits.OutputLength)
            throw TemplateException.At(new SourceSpan(), $"The page is longer than {TemplateLimits.OutputLength / 1024 / 1024} MB.");
        var length = Math.Min(TemplateLimits.OutputLength, Math.Max(needed, written.Length * 2));
        if (isRented) GrowRented(length);
        else Array.Resize(ref written, length);
    }

    void GrowRented(int length)
    {
        var larger = ArrayPool<char>.Shared.Rent(length);
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(written);
        written = larger;
    }
}

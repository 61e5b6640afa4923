using Scriban.Parsing;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Collects what templates write; text from values is escaped on the way in.</summary>
sealed class PageOutput(int capacity = 256) : IScriptOutput
{
    char[] written = new char[capacity];

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

    public override string ToString() => new(Written);

    void Grow(int needed)
    {
        if (needed > TemplateLimits.OutputLength)
            throw TemplateException.At(new SourceSpan(), $"The page is longer than {TemplateLimits.OutputLength / 1024 / 1024} MB.");
        Array.Resize(ref written, Math.Min(TemplateLimits.OutputLength, Math.Max(needed, written.Length * 2)));
    }
}

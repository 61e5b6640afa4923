using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Reads items of a model's list and its size.</summary>
sealed class ListAccess : ReadOnlyAccessor, IListAccessor
{
    const string Size = "size";

    public static ListAccess Instance { get; } = new();

    public override bool HasIndexer => true;

    public override Type IndexType => typeof(int);

    public override IEnumerable<string> Members(object target) => [Size];

    public int GetLength(TemplateContext context, SourceSpan span, object target) => SizeOf(target);

    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
        TryReadItem(target, index, out var value) ? Readable(context, value) : null;

    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value) => throw ReadOnly(span);

    protected override bool TryRead(object target, string member, out object? value)
    {
        value = member == Size ? SizeOf(target) : null;
        return member == Size;
    }

    protected override bool TryReadItem(object target, object index, out object? value)
    {
        value = index is int position && target is IList list && position >= 0 && position < list.Count ? list[position] : null;
        return value is not null;
    }

    static int SizeOf(object target) => target is ICollection collection
        ? collection.Count
        : ((IEnumerable)target).Cast<object?>().Take(TemplateLimits.ListLength).Count();
}

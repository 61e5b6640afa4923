using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Reads members of what a model holds, and never writes one.</summary>
abstract class ReadOnlyAccessor : IObjectAccessor
{
    public virtual bool HasIndexer => false;

    public virtual Type IndexType => typeof(string);

    public abstract IEnumerable<string> Members(object target);

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => Members(target).Count();

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => Members(target);

    public virtual bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => Members(target).Contains(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var found = TryRead(target, member, out var read);
        value = Readable(context, read);
        return found;
    }

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        var found = TryReadItem(target, index, out var read);
        value = Readable(context, read);
        return found;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => throw ReadOnly(span);

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => throw ReadOnly(span);

    protected static TemplateException ReadOnly(SourceSpan span) => TemplateException.At(span, "A model can only be read.");

    protected static object? Readable(TemplateContext context, object? value) =>
        ModelValue.Readable(value, ((PageTemplateContext)context).Request.Language);

    protected abstract bool TryRead(object target, string member, out object? value);

    protected virtual bool TryReadItem(object target, object index, out object? value)
    {
        value = null;
        return false;
    }
}

using Scriban;
using Scriban.Parsing;

namespace SmartKampung.Host.Pages;

/// <summary>Reads the properties of a model.</summary>
sealed class ModelAccessor(ModelMembers members) : ReadOnlyAccessor
{
    public override IEnumerable<string> Members(object target) => members.Names;

    public override bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => members.Has(member);

    protected override bool TryRead(object target, string member, out object? value) => members.TryGet(target, member, out value);
}

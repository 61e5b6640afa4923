using System.Collections;

namespace SmartKampung.Host.Pages;

/// <summary>Reads entries of a model's dictionary by key.</summary>
sealed class DictionaryAccess : ReadOnlyAccessor
{
    public static DictionaryAccess Instance { get; } = new();

    public override bool HasIndexer => true;

    public override Type IndexType => typeof(object);

    public override IEnumerable<string> Members(object target) => ((IDictionary)target).Keys.OfType<string>();

    protected override bool TryRead(object target, string member, out object? value) => TryReadItem(target, member, out value);

    protected override bool TryReadItem(object target, object index, out object? value)
    {
        var entries = (IDictionary)target;
        value = entries.Contains(index) ? entries[index] : null;
        return value is not null;
    }
}

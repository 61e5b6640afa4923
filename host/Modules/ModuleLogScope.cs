using System.Collections;

namespace SmartKampung.Host.Modules;

/// <summary>What every log entry of a module's request carries: in which village, and which module.</summary>
sealed class ModuleLogScope(string? village, string module) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 2;

    public KeyValuePair<string, object?> this[int index] => index == 0 ? new("Village", village) : new("Module", module);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    public override string ToString() => $"Village:{village} Module:{module}";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

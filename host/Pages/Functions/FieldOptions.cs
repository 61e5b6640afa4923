using System.Collections;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>What can be chosen in a field: the template's list, or the members of an enum.</summary>
static class FieldOptions
{
    /// <returns>The options, or null where the field is typed and not chosen.</returns>
    public static IReadOnlyList<FieldOption>? Of(Arguments call, ModelField field)
    {
        if (call.Named("options") is IEnumerable list and not string) return [.. list.Cast<object?>().Select(item => Read(call, item))];
        var type = field.ItemType ?? field.Type;
        return type.IsEnum ? [.. Enum.GetNames(type).Select(name => OfMember(call, field, StandardMemberRenamer.Rename(name)))] : null;
    }

    static FieldOption OfMember(Arguments call, ModelField field, string name) => new(name, call.Rendering.Texts[$"{field.LabelKey}.{name}"]);

    static FieldOption Read(Arguments call, object? item)
    {
        if (item is null or string || item.GetType().IsPrimitive) return new FieldOption($"{item}", $"{item}");
        var value = Member(call, item, "value");
        return new FieldOption(value, Member(call, item, "text") is { Length: > 0 } text ? text : value);
    }

    static string Member(Arguments call, object item, string name) =>
        call.Context.GetMemberAccessor(item).TryGetValue(call.Context, call.Caller.Span, item, name, out var value) && value is not null
            ? call.Context.ObjectToString(value)
            : "";
}

sealed record FieldOption(string Value, string Text);

using System.Reflection;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>How a value of a model appears in templates.</summary>
static class ModelValue
{
    public static object? Readable(object? value, string language) => value switch
    {
        null or string or bool or int or Html => value,
        LocalText text => text.In(language),
        Enum name => StandardMemberRenamer.Rename(name.ToString()),
        Delegate or MemberInfo or Assembly or Stream or IServiceProvider or Task => null,
        _ => value,
    };

    public static bool IsNothing(object? value) => value switch
    {
        string text => text.Length == 0,
        Html html => string.IsNullOrEmpty(html.Value),
        LocalText text => text.Indonesian.Length == 0,
        _ => false,
    };
}

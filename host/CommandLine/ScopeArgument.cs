using System.CommandLine;

namespace SmartKampung.Host.CommandLine;

/// <summary>Where a command applies: a village's code, a district's code, or the word regency.</summary>
static class ScopeArgument
{
    public static Argument<string> Make() => new("CODE") { Description = "A village's code, a district's code, or regency." };

    /// <summary>What the scope's addresses in the API begin with.</summary>
    public static string Address(string scope) => scope switch
    {
        "regency" => "api/regency",
        { Length: > 8 } => "api/villages/" + Uri.EscapeDataString(scope),
        _ => "api/districts/" + Uri.EscapeDataString(scope),
    };
}

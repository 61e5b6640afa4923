using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>settings get | set CODE MODULE [NAME=VALUE ...]</c></summary>
static class SettingsCommands
{
    public static Command Build(HostRunner run) => new("settings", "Settings of modules.") { Get(run), Set(run) };

    static Command Get(HostRunner run)
    {
        var (scope, module) = Arguments();
        var command = new Command("get", "Shows a module's settings and where they come from.") { scope, module };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, async client =>
            await client.GetAsync(Address(parsed, scope, module)) is { } found ? Show(client, found) : HostCommand.Refused));
        return command;
    }

    static Command Set(HostRunner run)
    {
        var (scope, module) = Arguments();
        var values = new Argument<string[]>("NAME=VALUE") { Description = "JSON or plain text; NAME=null inherits again.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("set", "Sets some of a module's settings and leaves the others.") { scope, module, values };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client =>
            SetAsync(client, Address(parsed, scope, module), parsed.GetRequiredValue(values))));
        return command;
    }

    static (Argument<string> Scope, Argument<string> Module) Arguments() =>
        (ScopeArgument.Make(), new("MODULE") { Description = "The module's id, such as news." });

    static string Address(ParseResult parsed, Argument<string> scope, Argument<string> module) =>
        $"{ScopeArgument.Address(parsed.GetRequiredValue(scope))}/settings/{Uri.EscapeDataString(parsed.GetRequiredValue(module))}";

    static async Task<int> SetAsync(ApiClient client, string address, string[] values)
    {
        if (await client.GetAsync(address) is not { } present) return HostCommand.Refused;
        var body = Own(present);
        foreach (var value in values)
        {
            var parts = value.Split('=', 2);
            body[parts[0]] = Read(parts.Length > 1 ? parts[1] : "null", present["settings"]![parts[0]]?["value"]);
        }

        return await client.SendAsync(HttpMethod.Put, address, body) is { } done ? Show(client, done) : HostCommand.Refused;
    }

    /// <summary>What the scope sets by itself, which a PUT would otherwise take away.</summary>
    static JsonObject Own(JsonNode present) => new(
        from setting in present["settings"]!.AsObject()
        where (string?)setting.Value!["from"] == (string?)present["scope"]
        select KeyValuePair.Create(setting.Key, setting.Value!["value"]?.DeepClone()));

    /// <summary>Plain text where the setting is a text or the value is no JSON.</summary>
    static JsonNode? Read(string value, JsonNode? present)
    {
        if (value == "null") return null;
        if (present?.GetValueKind() is JsonValueKind.String && value is not ['"', ..]) return value;
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return value;
        }
    }

    static int Show(ApiClient client, JsonNode settings)
    {
        foreach (var (name, setting) in settings["settings"]!.AsObject())
            client.Output.WriteLine($"{name}={setting!["value"]?.ToJsonString() ?? "null"}  from {setting["from"]}{(setting["lockedBy"] is { } by ? $", locked by {by}" : "")}");
        return 0;
    }
}

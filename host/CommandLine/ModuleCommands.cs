using System.CommandLine;
using System.Text.Json.Nodes;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>module list | rescan | on CODE ID | off CODE ID</c></summary>
static class ModuleCommands
{
    public static Command Build(HostRunner run) => new("module", "Modules, and where they are on.")
    {
        List(run),
        Rescan(run),
        Switch(run, "on", "Switches a module on; the next request sees it.", HttpMethod.Put),
        Switch(run, "off", "Switches a module off; its data stay.", HttpMethod.Delete),
    };

    static Command List(HostRunner run)
    {
        var scope = ScopeArgument.Make();
        scope.Arity = ArgumentArity.ZeroOrOne;
        var command = new Command("list", "Lists the modules with their state, or whether they are on in a village.") { scope };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => ListAsync(client, parsed.GetValue(scope))));
        return command;
    }

    static async Task<int> ListAsync(ApiClient client, string? scope)
    {
        var path = scope is null ? "api/modules" : ScopeArgument.Address(scope) + "/modules";
        if (await client.GetAsync(path) is not { } modules) return HostCommand.Refused;
        foreach (var module in modules.AsArray()) client.Output.WriteLine(scope is null ? Line(module!) : SwitchLine(module!));
        return 0;
    }

    static Command Rescan(HostRunner run)
    {
        var command = new Command("rescan", "Reads the plugin folder again: new modules come, changed ones are replaced, missing ones go.");
        command.SetAction((parsed, stop) => run.CallAsync(parsed, RescanAsync));
        return command;
    }

    static async Task<int> RescanAsync(ApiClient client)
    {
        if (await client.SendAsync(HttpMethod.Post, "api/modules/rescan") is not { } changes) return HostCommand.Refused;
        foreach (var change in changes.AsArray()) client.Output.WriteLine($"{change!["module"],-20}  {change["version"],-10}  {change["change"],-10}  {change["reason"]}".TrimEnd());
        return 0;
    }

    static string Line(JsonNode module) => $"{module["id"],-20}  {module["version"],-10}  {module["state"],-10}  {module["reason"] ?? module["name"]}";

    static string SwitchLine(JsonNode module) =>
        $"{module["module"],-20}  {((bool)module["on"]! ? "on" : "off"),-3}  from {module["from"]}{(module["lockedBy"] is { } by ? $", locked by {by}" : "")}";

    static Command Switch(HostRunner run, string word, string description, HttpMethod method)
    {
        var scope = ScopeArgument.Make();
        var module = new Argument<string>("ID") { Description = "The module's id, such as news." };
        var command = new Command(word, description) { scope, module };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client =>
            SwitchAsync(client, method, $"{ScopeArgument.Address(parsed.GetRequiredValue(scope))}/modules/{Uri.EscapeDataString(parsed.GetRequiredValue(module))}")));
        return command;
    }

    static async Task<int> SwitchAsync(ApiClient client, HttpMethod method, string path)
    {
        if (await client.SendAsync(method, path) is not { } done) return HostCommand.Refused;
        client.Output.WriteLine(SwitchLine(done));
        return 0;
    }
}

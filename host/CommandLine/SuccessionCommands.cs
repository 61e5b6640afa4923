using System.CommandLine;
using System.Text.Json.Nodes;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>village recode | split | merge</c></summary>
static class SuccessionCommands
{
    public static Command Recode(HostRunner run)
    {
        var village = Village("CODE", "The village's code.");
        var code = new Argument<string>("NEW") { Description = "The code that it gets." };
        var district = new Option<string?>("--district") { Description = "The district's name, where no village of it is known yet." };
        var regency = new Option<string?>("--regency") { Description = "The regency's name, where no village of it is known yet." };
        var from = From();
        var command = new Command("recode", "Gives a village a new code; the old one leads to it.") { village, code, district, regency, from };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => ActAsync(client, parsed.GetRequiredValue(village), "recode", new JsonObject
        {
            ["code"] = parsed.GetRequiredValue(code),
            ["district"] = parsed.GetValue(district),
            ["regency"] = parsed.GetValue(regency),
            ["from"] = parsed.GetValue(from),
        })));
        return command;
    }

    public static Command Split(HostRunner run)
    {
        var village = Village("CODE", "The village that is split.");
        var parts = new Argument<string[]>("NEW") { Description = "The new villages, each as CODE=NAME.", Arity = ArgumentArity.OneOrMore };
        var into = new Option<string?>("--closes-into") { Description = "The new village that the old one's addresses lead to, where the old one closes." };
        var without = new Option<bool>("--without-settings") { Description = "The new villages begin without the old one's modules and settings." };
        var from = From();
        var command = new Command("split", "Makes new villages of parts of one, which stays or closes into one of them.") { village, parts, into, without, from };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => ActAsync(client, parsed.GetRequiredValue(village), "split", new JsonObject
        {
            ["villages"] = new JsonArray([.. parsed.GetRequiredValue(parts).Select(Part)]),
            ["closesInto"] = parsed.GetValue(into),
            ["inherits"] = !parsed.GetValue(without),
            ["from"] = parsed.GetValue(from),
        })));
        return command;
    }

    public static Command Merge(HostRunner run)
    {
        var village = Village("CODE", "The village that stays.");
        var gone = new Argument<string[]>("GONE") { Description = "The codes of the villages that become part of it.", Arity = ArgumentArity.OneOrMore };
        var from = From();
        var command = new Command("merge", "Makes villages part of one; they close and lead to it, their data stay with them.") { village, gone, from };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => ActAsync(client, parsed.GetRequiredValue(village), "merge", new JsonObject
        {
            ["villages"] = new JsonArray([.. parsed.GetRequiredValue(gone).Select(code => JsonValue.Create(code))]),
            ["from"] = parsed.GetValue(from),
        })));
        return command;
    }

    static Argument<string> Village(string name, string description) => new(name) { Description = description };

    static Option<string?> From() => new("--from") { Description = "The day from which it counts, such as 2026-12-01; today unless told." };

    static JsonNode Part(string text)
    {
        var end = text.IndexOf('=', StringComparison.Ordinal);
        return new JsonObject { ["code"] = end < 0 ? text : text[..end], ["name"] = end < 0 ? "" : text[(end + 1)..] };
    }

    static async Task<int> ActAsync(ApiClient client, string code, string action, JsonObject body)
    {
        if (await client.SendAsync(HttpMethod.Post, $"api/villages/{Uri.EscapeDataString(code)}/actions/{action}", body) is not { } done) return HostCommand.Refused;
        foreach (var said in new[] { done["message"], done["data"] })
            if (said is not null) client.Output.WriteLine(said);
        client.Output.WriteLine(VillageCommands.Line(done["village"]!));
        foreach (var other in done["villages"]!.AsArray()) client.Output.WriteLine(VillageCommands.Line(other!));
        return 0;
    }
}

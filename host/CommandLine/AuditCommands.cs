using System.CommandLine;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>audit verify [CODE]</c></summary>
static class AuditCommands
{
    public static Command Build(HostRunner run)
    {
        var code = new Argument<string?>("CODE") { Description = "A village's code; without it all villages and the installation.", Arity = ArgumentArity.ZeroOrOne };
        var verify = new Command("verify", "Finds entries of the audit log that were changed, taken out or put in.") { code };
        verify.SetAction((parsed, stop) => run.CallAsync(parsed, client => VerifyAsync(client, parsed.GetValue(code))));
        return new("audit", "The log of who did what.") { verify };
    }

    static async Task<int> VerifyAsync(ApiClient client, string? code)
    {
        if (code is not null) return await VerifyAsync(client, code, $"api/villages/{Uri.EscapeDataString(code)}/audit/verification");
        var worst = await VerifyAsync(client, "installation", "api/audit/verification");
        for (var page = 1; await client.GetAsync($"api/villages?page={page}") is { } found && found["items"]!.AsArray() is { Count: > 0 } villages; page++)
            foreach (var village in villages)
                worst = Math.Max(worst, await VerifyAsync(client, $"{village!["code"]}", $"api/villages/{village["code"]}/audit/verification", isQuiet: true));
        return worst;
    }

    static async Task<int> VerifyAsync(ApiClient client, string name, string address, bool isQuiet = false)
    {
        if (await client.GetAsync(address) is not { } read) return HostCommand.Refused;
        var faults = read["faults"]!.AsArray();
        if (faults.Count > 0 || !isQuiet || (long)read["entries"]! > 0) client.Output.WriteLine($"{name}: {read["entries"]} entries, {(faults.Count == 0 ? "whole" : $"{faults.Count} faults")}.");
        foreach (var fault in faults) client.Output.WriteLine($"  entry {fault!["number"]}: {fault["kind"]}");
        return faults.Count == 0 ? 0 : HostCommand.Refused;
    }
}

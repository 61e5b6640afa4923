using System.CommandLine;
using System.Text.Json.Nodes;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>restore FILE [--as CODE]</c></summary>
static class RestoreCommands
{
    const string Binary = "application/octet-stream";

    public static Command Build(HostRunner run)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A backup." }.AcceptExistingOnly();
        var code = new Option<string?>("--as") { Description = "Rehearses: another village, of this code, from which nothing is sent." };
        var roles = new Option<bool>("--with-roles") { Description = "A rehearsal takes the roles over too." };
        var isSure = new Option<bool>("--yes") { Description = "Does not ask." };
        var passphrase = BackupPassphrase.Option();
        var command = new Command("restore", "Puts a backup in its village's place, all or nothing; what was there is backed up before.") { file, code, roles, passphrase, isSure };
        command.SetAction((parsed, stop) => BackupPassphrase.WithAsync(parsed, passphrase, secret => run.CallAsync(parsed, client =>
        {
            BackupPassphrase.Send(client, secret);
            var address = $"api/backups/restore?code={Uri.EscapeDataString(parsed.GetValue(code) ?? "")}{(parsed.GetValue(roles) ? "&roles=true" : "")}";
            return RunAsync(client, parsed.GetRequiredValue(file), address, parsed.GetValue(isSure));
        })));
        return command;
    }

    static async Task<int> RunAsync(ApiClient client, FileInfo file, string address, bool isSure)
    {
        if (await client.UploadAsync(address + "&trial=true", file, Binary) is not { } trial) return HostCommand.Refused;
        if (!isSure && !Agrees(client, trial)) return client.Refuse("Nothing was changed.");
        if (await client.UploadAsync(address, file, Binary) is not { } done) return HostCommand.Refused;
        client.Output.WriteLine($"{done["code"]} {done["name"]} is as it was at {done["madeAt"]}: {done["documents"]} documents and {done["files"]} files.");
        if (done["before"]?["file"] is { } before) client.Output.WriteLine($"What was there before: {before}");
        if ((int)done["held"]! > 0) client.Output.WriteLine($"{done["held"]} events that still waited are set aside and not sent by themselves.");
        foreach (var person in done["withoutAccount"]!.AsArray())
            client.Output.WriteLine($"No account signs in as {person!["loginKey"]} ({person["name"]}): the role {person["role"]} was not given.");
        return 0;
    }

    static bool Agrees(ApiClient client, JsonNode trial)
    {
        var isNew = (bool)trial["isNew"]!;
        client.Output.WriteLine(isNew
            ? $"{trial["code"]} {trial["name"]} is not here yet; it will be as at {trial["madeAt"]}."
            : $"All that {trial["code"]} {trial["name"]} has now is replaced by what it had at {trial["madeAt"]}.");
        client.Output.Write($"Write {trial["code"]} to go on: ");
        return Console.In.ReadLine()?.Trim() == (string?)trial["code"];
    }
}

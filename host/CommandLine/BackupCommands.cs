using System.CommandLine;
using System.Text.Json.Nodes;
using SmartKampung.Host.Backups;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>backup CODE | all | verify FILE</c></summary>
static class BackupCommands
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static Command Build(HostRunner run)
    {
        var code = new Argument<string>("CODE") { Description = "The village's code." };
        var file = new Option<FileInfo?>("--out") { Description = "Writes the backup here too; the file must not be there yet." };
        var passphrase = BackupPassphrase.Option();
        var command = new Command("backup", "Backs up a village: all that it has, in one file.") { code, file, passphrase, All(run), Verify() };
        command.SetAction((parsed, stop) => BackupPassphrase.WithAsync(parsed, passphrase, secret => run.CallAsync(parsed, client =>
            RunAsync(client, parsed.GetRequiredValue(code), parsed.GetValue(file), secret, stop))));
        return command;
    }

    static async Task<int> RunAsync(ApiClient client, string code, FileInfo? file, string? passphrase, CancellationToken stop)
    {
        if (file is { Exists: true }) return client.Refuse($"{file.FullName} is there already.");
        var address = $"api/villages/{Uri.EscapeDataString(code)}/backups";
        BackupPassphrase.Send(client, passphrase);
        if (await WaitAsync(client, code, address, address + "/work", stop) is not { } made) return HostCommand.Refused;
        if (await client.GetAsync(address) is not JsonArray { Count: > 0 } backups) return HostCommand.Refused;
        if (!(bool)backups[0]!["verified"]!) return client.Refuse($"{backups[0]!["file"]} was not written as it should be.");
        if (file is not null && !await client.DownloadAsync($"{address}/{backups[0]!["id"]}", file)) return HostCommand.Refused;
        client.Output.WriteLine($"{file?.FullName ?? (string?)backups[0]!["file"]}: {backups[0]!["documents"]} documents and {backups[0]!["files"]} files, {backups[0]!["bytes"]} bytes, verified.");
        return 0;
    }

    static Command All(HostRunner run)
    {
        var command = new Command("all", "Backs up every village that has anything.");
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => AllAsync(client, stop)));
        return command;
    }

    static async Task<int> AllAsync(ApiClient client, CancellationToken stop)
    {
        if (await WaitAsync(client, "villages", "api/backups", "api/backups/work", stop) is null) return HostCommand.Refused;
        if (await client.GetAsync("api/backups") is not { } latest) return HostCommand.Refused;
        foreach (var made in latest["backups"]!.AsArray()) client.Output.WriteLine($"{made!["village"]}  {made["madeAt"]}  {made["bytes"],12}  {made["file"]}");
        var alarms = latest["alarms"]!.AsArray();
        foreach (var alarm in alarms) client.Refuse(alarm!.ToString());
        return alarms.Count == 0 ? 0 : HostCommand.Refused;
    }

    static Command Verify()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A backup." }.AcceptExistingOnly();
        var passphrase = BackupPassphrase.Option();
        var command = new Command("verify", "Reads a backup whole and tells what is wrong with it; needs no data folder.") { file, passphrase };
        command.SetAction((parsed, stop) => BackupPassphrase.WithAsync(parsed, passphrase, secret => VerifyAsync(parsed, parsed.GetRequiredValue(file), secret, stop)));
        return command;
    }

    static async Task<int> VerifyAsync(ParseResult parsed, FileInfo file, string? passphrase, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        var faults = await ProgressBar.ShowAsync(console, file.Name, tell => CheckBackup.RunAsync(file.FullName, passphrase, tell, stop));
        foreach (var fault in faults) console.Error.WriteLine($"{fault.Entry}: {fault.Message.English}");
        if (faults.Count > 0) return HostCommand.Refused;
        using var backup = await BackupReader.OpenAsync(file.FullName, passphrase, stop);
        var told = backup.Manifest;
        console.Output.WriteLine($"{told.Village.Code} {told.Village.Name}, {told.MadeAt:u}: {told.Documents.Sum(type => type.Count)} documents and {told.AllFiles} files, all as they were written.");
        return 0;
    }

    /// <summary>Begins something and waits for it; null where it was refused or failed, which is told.</summary>
    static async Task<JsonNode?> WaitAsync(ApiClient client, string what, string begin, string work, CancellationToken stop)
    {
        if (await client.SendAsync(HttpMethod.Post, begin) is null) return null;
        var last = await client.WatchAsync(what, async tell =>
        {
            while (await client.GetAsync(work) is { } state)
            {
                tell((double)state["part"]!);
                if ((bool)state["done"]!) return state;
                await Task.Delay(Pause, stop);
            }

            return null;
        });
        if (last?["failure"] is not { } failure) return last;
        client.Refuse(failure.ToString());
        return null;
    }
}

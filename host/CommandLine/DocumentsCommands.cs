using System.CommandLine;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>documents export | import CODE FILE</c></summary>
static class DocumentsCommands
{
    public static Command Build(HostRunner run) => new("documents", "A village's documents and files of all modules.") { Export(run), Import(run) };

    static Command Export(HostRunner run)
    {
        var code = VillageCode();
        var file = new Argument<FileInfo>("FILE") { Description = "The archive to write; it must not be there yet." };
        var command = new Command("export", "Writes a village's documents and files into an archive.") { code, file };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => ExportAsync(client, parsed.GetRequiredValue(code), parsed.GetRequiredValue(file))));
        return command;
    }

    static async Task<int> ExportAsync(ApiClient client, string code, FileInfo file)
    {
        if (file.Exists) return client.Refuse($"{file.FullName} is there already.");
        if (!await client.DownloadAsync(Address(code), file)) return HostCommand.Refused;
        client.Output.WriteLine($"{file.FullName}: {new FileInfo(file.FullName).Length} bytes.");
        return 0;
    }

    static Command Import(HostRunner run)
    {
        var code = VillageCode();
        var file = new Argument<FileInfo>("FILE") { Description = "An archive of documents export." }.AcceptExistingOnly();
        var trial = new Option<bool>("--dry-run") { Description = "Only tells what would be done." };
        var skip = new Option<string[]>("--skip") { Description = "A module to leave out, such as one that does not run here." };
        var command = new Command("import", "Brings an archive into a village that has no such documents, all or nothing.") { code, file, trial, skip };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => ImportAsync(
            client, parsed.GetRequiredValue(file),
            $"{Address(parsed.GetRequiredValue(code))}?dryRun={parsed.GetValue(trial)}&skip={Uri.EscapeDataString(string.Join(',', parsed.GetValue(skip) ?? []))}")));
        return command;
    }

    static async Task<int> ImportAsync(ApiClient client, FileInfo file, string address)
    {
        if (await client.UploadAsync(address, file, "application/zip") is not { } done) return HostCommand.Refused;
        client.Output.WriteLine($"{done["documents"]} documents and {done["files"]} files {((bool)done["dryRun"]! ? "fit; nothing was imported" : "imported")}.");
        return 0;
    }

    static Argument<string> VillageCode() => new("CODE") { Description = "The village's code." };

    static string Address(string code) => $"api/villages/{Uri.EscapeDataString(code)}/documents";
}

using System.CommandLine;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>village import | list | add | recode | split | merge</c></summary>
static class VillageCommands
{
    public static Command Build(HostRunner run) => new("village", "Villages of the installation.")
    {
        Import(run),
        List(run),
        Add(run),
        SuccessionCommands.Recode(run),
        SuccessionCommands.Split(run),
        SuccessionCommands.Merge(run),
    };

    static Command Import(HostRunner run)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV with the columns code, name, kind, district_code, district_name, and others; .gz is unpacked." }.AcceptExistingOnly();
        var command = new Command("import", "Adds and updates villages from a CSV file; with one wrong line nothing is imported.") { file };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => ImportAsync(client, parsed.GetRequiredValue(file))));
        return command;
    }

    static async Task<int> ImportAsync(ApiClient client, FileInfo file)
    {
        using var content = new StreamContent(Open(file));
        content.Headers.ContentType = new("text/csv");
        if (await client.SendAsync(HttpMethod.Post, "api/villages/import", content) is not { } done) return HostCommand.Refused;
        client.Output.WriteLine($"{done["added"]} added, {done["changed"]} changed, {done["unchanged"]} unchanged.");
        return 0;
    }

    static Stream Open(FileInfo file) =>
        file.Extension == ".gz" ? new GZipStream(file.OpenRead(), CompressionMode.Decompress) : file.OpenRead();

    static Command List(HostRunner run)
    {
        var search = new Option<string?>("--search") { Description = "A name, district, postal code or code." };
        var command = new Command("list", "Lists villages: code, name, kind, district, address.") { search };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => ListAsync(client, parsed.GetValue(search) ?? "")));
        return command;
    }

    static async Task<int> ListAsync(ApiClient client, string search)
    {
        for (var page = 1; ; page++)
        {
            if (await client.GetAsync($"api/villages?search={Uri.EscapeDataString(search)}&page={page}") is not { } found) return HostCommand.Refused;
            foreach (var village in found["villages"]!.AsArray()) client.Output.WriteLine(Line(village!));
            if (page >= (int)found["lastPage"]!) return 0;
        }
    }

    public static string Line(JsonNode village) =>
        $"{village["code"]}  {village["name"],-28}  {village["kind"],-9}  {village["district"]!["name"],-20}  {village["slug"]}";

    static Command Add(HostRunner run)
    {
        var code = new Option<string>("--code") { Description = "The code by Kemendagri, such as 35.10.24.2008.", Required = true };
        var name = new Option<string>("--name") { Description = "The name without its kind.", Required = true };
        var kind = new Option<string>("--kind") { Description = "desa or kelurahan.", DefaultValueFactory = _ => "desa" };
        var district = new Option<string>("--district") { Description = "The district's name.", Required = true };
        var regency = new Option<string?>("--regency") { Description = "The regency's name, where it is another than the installation's." };
        var postalCode = new Option<string?>("--postal-code") { Description = "Five digits." };
        var command = new Command("add", "Adds one village.") { code, name, kind, district, regency, postalCode };
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => AddAsync(client, new JsonObject
        {
            ["code"] = parsed.GetRequiredValue(code),
            ["name"] = parsed.GetRequiredValue(name),
            ["kind"] = parsed.GetValue(kind),
            ["district"] = parsed.GetRequiredValue(district),
            ["regency"] = parsed.GetValue(regency),
            ["postalCode"] = parsed.GetValue(postalCode),
        })));
        return command;
    }

    static async Task<int> AddAsync(ApiClient client, JsonObject village)
    {
        if (await client.SendAsync(HttpMethod.Post, "api/villages", village) is not { } added) return HostCommand.Refused;
        client.Output.WriteLine(Line(added));
        return 0;
    }
}

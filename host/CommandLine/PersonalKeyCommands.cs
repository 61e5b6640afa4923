using System.CommandLine;
using System.Text.Json.Nodes;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>key reseal</c> and <c>key drop</c>: after <c>key renew personal</c>.</summary>
static class PersonalKeyCommands
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static Command Reseal(HostRunner run)
    {
        var command = new Command("reseal", "Seals all personal data anew with the present key; a running host does the same by itself. May be stopped and begun again.");
        command.SetAction((parsed, stop) => run.CallAsync(parsed, client => ResealAsync(client, stop)));
        return command;
    }

    public static Command Drop(HostRunner run)
    {
        var command = new Command("drop", "Drops the old keys of personal data once nothing here is sealed with them. Backups without a passphrase that are can't be restored any more.");
        command.SetAction((parsed, stop) => run.CallAsync(parsed, async client =>
        {
            if (await client.SendAsync(HttpMethod.Delete, "api/keys/personal/old") is null) return HostCommand.Refused;
            client.Output.WriteLine("Only the present key is left. Keep a copy of keys/personal.key apart from the data.");
            return 0;
        }));
        return command;
    }

    static async Task<int> ResealAsync(ApiClient client, CancellationToken stop)
    {
        var done = await client.WatchAsync("personal data", async tell =>
        {
            var work = client.SendAsync(HttpMethod.Post, "api/keys/personal/reseal");
            while (await Task.WhenAny(work, Task.Delay(Pause, stop)) != work && await client.GetAsync("api/keys/personal") is { } state) tell(PartOf(state));
            return await work;
        });
        if (done is null) return HostCommand.Refused;
        foreach (var left in done["left"]!.AsArray()) client.Refuse(left!.ToString());
        client.Output.WriteLine((bool)done["whole"]! ? $"All {done["of"]} are sealed with the present key; key drop drops the old ones." : "Some are still sealed with an old key.");
        return (bool)done["whole"]! ? 0 : HostCommand.Refused;
    }

    static double PartOf(JsonNode state) => (double)state["done"]! / Math.Max(1, (int)state["of"]!);
}

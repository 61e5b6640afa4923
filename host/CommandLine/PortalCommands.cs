using System.CommandLine;
using System.Text.Json.Nodes;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>portal rebuild</c></summary>
static class PortalCommands
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static Command Build(HostRunner run)
    {
        var rebuild = new Command("rebuild", "Makes what the portal shows of the villages anew, and waits for it.");
        rebuild.SetAction((parsed, stop) => run.CallAsync(parsed, client => RebuildAsync(client, stop)));
        return new("portal", "The regency's pages.") { rebuild };
    }

    static async Task<int> RebuildAsync(ApiClient client, CancellationToken stop)
    {
        if (await client.SendAsync(HttpMethod.Post, "api/portal/rebuild") is not { } begun) return HostCommand.Refused;
        if (await client.WatchAsync("portal", tell => FollowAsync(client, $"api/portal/rebuild/{begun["id"]}", tell, stop)) is not { } last) return HostCommand.Refused;
        if (!(bool)last["done"]!) return client.Refuse($"The portal is not made anew yet; the host tries again: {last["reason"]}");
        client.Output.WriteLine("The portal shows the villages as they are.");
        return 0;
    }

    /// <summary>What the host says last: that it is done, or why it failed.</summary>
    static async Task<JsonNode?> FollowAsync(ApiClient client, string address, Action<double> tell, CancellationToken stop)
    {
        while (await client.GetAsync(address) is { } state)
        {
            tell((double)state["part"]!);
            if ((bool)state["done"]! || state["reason"] is not null) return state;
            await Task.Delay(Pause, stop);
        }

        return null;
    }
}

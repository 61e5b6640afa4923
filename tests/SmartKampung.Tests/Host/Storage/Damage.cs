using System.Net.Http.Json;
using System.Text.Json;

namespace SmartKampung.Tests.Host.Storage;

/// <summary>Whether a host found files damaged, by what it says of itself and by what it left in the data folder.</summary>
static class Damage
{
    public static async Task ExpectNoneAsync(HostProcess host, string data)
    {
        using var client = await host.AnonymousAsync();
        var health = await client.GetFromJsonAsync<JsonElement>("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(0, health.GetProperty("villages").GetProperty("damaged").GetInt32());
        Assert.Empty(Directory.EnumerateFiles(data, "*.damaged*", SearchOption.AllDirectories));
        Assert.DoesNotContain("damaged", host.Output, StringComparison.OrdinalIgnoreCase);
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SmartKampung.Tests.Host.Storage;

/// <summary>Articles for which the host answered that they are written.</summary>
sealed class AcknowledgedArticles
{
    readonly ConcurrentBag<(string Address, string Title)> written = [];
    readonly Random random = new(17);

    public int Count => written.Count;

    /// <summary>Many scripts write at once; the host is killed after some writes, in the middle of the others.</summary>
    public async Task WriteUntilKilledAsync(HostProcess host, int writers, IReadOnlyList<string> villages)
    {
        using var client = await host.AdministratorAsync();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var target = Count + random.Next(50, 150);
        var writing = Enumerable.Range(0, writers).Select(writer => WriteAsync(client, villages[writer % villages.Count], () =>
        {
            if (Count >= target) enough.TrySetResult();
        })).ToArray();

        await enough.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await host.KillAsync();
        await Task.WhenAll(writing);
    }

    public async Task<IReadOnlyList<string>> MissingAsync(HostProcess host)
    {
        using var client = await host.AdministratorAsync();
        var missing = new List<string>();
        foreach (var (address, title) in written)
        {
            var article = await client.GetAsync(new Uri(address, UriKind.Relative));
            if (article.StatusCode != HttpStatusCode.OK || await TitleAsync(article) != title) missing.Add(address);
        }

        return missing;
    }

    async Task WriteAsync(HttpClient client, string village, Action acknowledged)
    {
        try
        {
            while (true)
            {
                written.Add(await WriteOneAsync(client, village));
                acknowledged();
            }
        }
        catch (HttpRequestException)
        {
            // The host is gone; what it had not answered may be there or not.
        }
    }

    static async Task<(string Address, string Title)> WriteOneAsync(HttpClient client, string village)
    {
        var (api, title) = ($"/api/villages/{village}/news/articles", "Kabar " + Guid.NewGuid());
        using var answer = await client.PostAsJsonAsync(new Uri(api, UriKind.Relative), new { title, body = "<p>Isi.</p>", state = "published" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var article = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return ($"{api}/{article.GetProperty("id").GetGuid()}", title);
    }

    static async Task<string?> TitleAsync(HttpResponseMessage article) =>
        (await article.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString();
}

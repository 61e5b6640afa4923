using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Background;

/// <summary>What the portal shows of the villages.</summary>
public sealed class ReadModelTests : PortalNews
{
    const string Title = "Panggung rakyat Sarongan dibuka";

    [Fact]
    public async Task News_of_a_village_shows_at_the_portal_and_is_gone_when_it_is_deleted()
    {
        var address = await WriteAsync();
        Assert.Contains(Title, await PortalAsync(), StringComparison.Ordinal);

        (await Host.Administrator.DeleteAsync(address)).EnsureSuccessStatusCode();
        Assert.DoesNotContain(Title, await PortalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_of_a_village_leaves_the_portal_with_the_module_and_comes_back_with_it()
    {
        await WriteAsync();

        (await Host.Administrator.DeleteAsync($"{Sarongan}/modules/news")).EnsureSuccessStatusCode();
        Assert.DoesNotContain(Title, await PortalAsync(), StringComparison.Ordinal);

        (await Host.Administrator.PutAsync($"{Sarongan}/modules/news", null)).EnsureSuccessStatusCode();
        Assert.Contains(Title, await PortalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_that_is_on_its_way_while_the_module_is_switched_off_does_not_stay_at_the_portal()
    {
        await using var host = await TestHost.StartAsync(SlowPortal.Put);
        (await host.Administrator.PutAsync($"{Sarongan}/modules/news", null)).EnsureSuccessStatusCode();
        await host.CatchUpAsync();
        var outbox = host.Services.GetRequiredService<Outbox>();
        SlowPortal.BeforeNext(host, async () =>
        {
            (await host.Administrator.DeleteAsync($"{Sarongan}/modules/news")).EnsureSuccessStatusCode();
            await Until.IsSoAsync(async () => (await outbox.DueAsync(Partition.Installation, 1, TestContext.Current.CancellationToken)).Count == 0);
        });

        await WriteAsync(host);
        await host.CatchUpAsync();

        Assert.DoesNotContain(Title, await host.PageAsync("/berita"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_portal_is_made_anew_when_it_is_asked_for()
    {
        await WriteAsync();
        await PortalAsync();
        await ForgetAsync();
        Assert.DoesNotContain(Title, await PortalAsync(), StringComparison.Ordinal);

        using var answer = await Host.Administrator.PostAsync("/api/portal/rebuild", null);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Contains(Title, await PortalAsync(), StringComparison.Ordinal);
        var state = await Host.Anonymous.GetAsync(answer.Headers.Location);
        Assert.Equal(HttpStatusCode.Unauthorized, state.StatusCode);
        Assert.True((await Host.Administrator.GetFromJsonAsync<JsonElement>(answer.Headers.Location)).GetProperty("done").GetBoolean());
    }

    /// <summary>Takes what the portal keeps of the village's news away from it.</summary>
    async Task ForgetAsync()
    {
        var (store, news, stop) = (Host.Services.GetRequiredService<IDocumentStore>(), Host.Services.GetRequiredService<ModuleHost>().Find("news")!, TestContext.Current.CancellationToken);
        var village = Host.Services.GetRequiredService<VillageRegistry>().FindByCode("35.10.01.2001")!.Id;
        var (source, portal) = (store.OpenSession(Partition.OfVillage(village), news.Documents), store.OpenSession(Partition.Portal, news.PortalDocuments));
        foreach (var model in news.Registrations.ReadModels)
            foreach (var id in await model.SourcesAsync(source, stop))
                await model.ProjectAsync(id, source, village: null, portal, stop);
        await portal.SaveChangesAsync(stop);
    }

    Task<Uri> WriteAsync() => WriteAsync(Host);

    static async Task<Uri> WriteAsync(TestHost host)
    {
        using var answer = await host.Administrator.PostAsJsonAsync(
            $"{Sarongan}/news/articles", new { title = Title, summary = "Semua boleh datang.", body = "<p>Semua boleh datang.</p>", category = "Budaya", state = "published", publishAt = host.Clock.GetUtcNow() });
        return answer.EnsureSuccessStatusCode().Headers.Location!;
    }

    Task<string> PortalAsync() => PortalAsync("/berita");
}

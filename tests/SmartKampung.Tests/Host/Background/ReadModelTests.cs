using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

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

    async Task<Uri> WriteAsync()
    {
        using var answer = await Host.Administrator.PostAsJsonAsync(
            $"{Sarongan}/news/articles", new { title = Title, summary = "Semua boleh datang.", body = "<p>Semua boleh datang.</p>", category = "Budaya", state = "published", publishAt = Host.Clock.GetUtcNow() });
        return answer.EnsureSuccessStatusCode().Headers.Location!;
    }

    Task<string> PortalAsync() => PortalAsync("/berita");
}

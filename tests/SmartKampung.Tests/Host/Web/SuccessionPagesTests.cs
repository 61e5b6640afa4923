using System.Net;
using System.Net.Http.Json;

namespace SmartKampung.Tests.Host.Web;

/// <summary>What visitors of pages see of villages that were recoded, split and merged.</summary>
public sealed class SuccessionPagesTests(TestHost host) : IClassFixture<TestHost>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_a_merged_village_lead_to_the_one_that_is_left_and_the_portal_forgets_it()
    {
        const string Api = "/api/villages/35.10.24.2002";
        using (await host.Administrator.PatchAsJsonAsync(Api, new { hostNames = new[] { "licin.desa.id" } }, Stop)) { }
        using (await host.Administrator.PutAsync(Api + "/modules/news", null, Stop)) { }
        using (await host.Administrator.PostAsJsonAsync(Api + "/news/articles", new { title = "Kabar desa yang digabung", state = "published" }, Stop)) { }
        var slug = await SlugAsync("35.10.24.2002");
        Assert.Contains($"\"/{slug}\"", await PageAsync("/kecamatan/35.10.24"), StringComparison.Ordinal);
        await ActAsync("35.10.24.2003", "merge", new { villages = new[] { "35.10.24.2002" } });
        var present = await SlugAsync("35.10.24.2003");
        Assert.Equal($"/{present}/berita?x=1", await RedirectAsync($"/{slug}/berita?x=1"));
        Assert.Equal($"/{present}", await RedirectAsync("/35.10.24.2002"));
        Assert.Equal($"/api/villages/35.10.24.2003/news/articles", await RedirectAsync(Api + "/news/articles"));
        Assert.Equal($"/{present}/berita", await RedirectAsync("/berita", "licin.desa.id"));
        Assert.Equal($"/{present}", await RedirectAsync("/", "licin.desa.id"));
        await host.CatchUpAsync();
        Assert.DoesNotContain("Kabar desa yang digabung", await PageAsync("/berita"), StringComparison.Ordinal);
        var district = await PageAsync("/kecamatan/35.10.24");
        Assert.DoesNotContain($"\"/{slug}\"", district, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"/{slug}\"", await PageAsync("/desa?cari=" + slug), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recoded_village_stays_on_the_map_in_its_new_district()
    {
        await ActAsync("35.10.17.2001", "recode", new { code = "35.10.23.2091" });
        var slug = await SlugAsync("35.10.23.2091");
        Assert.Equal($"/{slug}", await RedirectAsync("/35.10.17.2001"));
        Assert.Contains($"href=\"/{slug}\"><title>", await PageAsync("/kecamatan/35.10.23"), StringComparison.Ordinal);
        Assert.Contains($"href=\"/{slug}\"><title>", await PageAsync("/peta"), StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/{slug}\"", await PageAsync("/kecamatan/35.10.17"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Villages_of_a_split_are_found_and_have_pages_at_once()
    {
        await ActAsync("35.10.24.2008", "split", new { villages = new[] { new { code = "35.10.24.2071", name = "Sempol Barat" } } });
        Assert.Contains("Sempol Barat", await PageAsync("/desa?cari=sempol"), StringComparison.Ordinal);
        Assert.Contains("Sempol Barat", await PageAsync("/sempol-barat"), StringComparison.Ordinal);
        Assert.Contains("Sempol Barat", await PageAsync("/kecamatan/35.10.24"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_are_asked_for_by_the_code_of_the_village_that_is_gone()
    {
        await ActAsync("35.10.17.1002", "recode", new { code = "35.10.17.1092" });
        await ActAsync("35.10.17.1003", "merge", new { villages = new[] { "35.10.17.1092" } });
        Assert.Equal("/api/villages/35.10.17.1003/profile", await RedirectAsync("/api/villages/35.10.17.1002/profile"));
        Assert.Equal("/api/villages/35.10.17.1092/documents", await RedirectAsync("/api/villages/35.10.17.1002/documents"));
        using var answer = await host.Anonymous.GetAsync(new Uri("/api/villages/35.10.17.1092/documents", UriKind.Relative), Stop);
        Assert.NotEqual(HttpStatusCode.MovedPermanently, answer.StatusCode);
    }

    Task<string> PageAsync(string address) => host.Anonymous.GetStringAsync(new Uri(address, UriKind.Relative), Stop);

    async Task<string> SlugAsync(string code) => (await RedirectAsync("/" + code))![1..];

    async Task<string?> RedirectAsync(string address, string? hostName = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = hostName;
        using var answer = await host.Anonymous.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        return answer.Headers.Location?.OriginalString;
    }

    async Task ActAsync(string code, string action, object body)
    {
        using var answer = await host.Administrator.PostAsJsonAsync($"/api/villages/{code}/actions/{action}", body, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}

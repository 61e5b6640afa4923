using System.Net;
using System.Net.Http.Json;

namespace SmartKampung.Tests.Host.Web;

public sealed class VillageEntranceTests(TestHost host) : IClassFixture<TestHost>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_village_has_one_address_whatever_the_case_of_the_letters()
    {
        using var answer = await host.Anonymous.GetAsync(new Uri("/TAMANSARI-licin/berita?halaman=2", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/tamansari-licin/berita?halaman=2", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_earlier_code_leads_to_the_modules_of_the_present_one()
    {
        await ChangeAsync("35.10.24.2001", new { code = "35.10.24.2091" });
        using var answer = await host.Anonymous.GetAsync(new Uri("/api/villages/35.10.24.2001/news/articles?page=2", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/api/villages/35.10.24.2091/news/articles?page=2", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_closed_village_shows_no_module_anywhere()
    {
        const string Api = "/api/villages/35.10.24.2002";
        using (await host.Administrator.PutAsync(new Uri(Api + "/modules/news", UriKind.Relative), null, Stop)) { }
        using (var written = await host.Administrator.PostAsJsonAsync(Api + "/news/articles", new { title = "Kabar desa yang tutup", state = "published" }, Stop)) Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        await CatchUpAsync();
        Assert.Contains("Kabar desa yang tutup", await host.Anonymous.GetStringAsync(new Uri("/berita", UriKind.Relative), Stop), StringComparison.Ordinal);
        using (await host.Administrator.DeleteAsync(new Uri(Api, UriKind.Relative), Stop)) { }
        await CatchUpAsync();
        Assert.DoesNotContain("Kabar desa yang tutup", await host.Anonymous.GetStringAsync(new Uri("/berita", UriKind.Relative), Stop), StringComparison.Ordinal);
        using var answer = await host.Anonymous.GetAsync(new Uri(Api + "/news/articles", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_portal_names_a_village_by_its_new_name()
    {
        const string Api = "/api/villages/35.10.24.2003";
        using (await host.Administrator.PutAsync(new Uri(Api + "/modules/news", UriKind.Relative), null, Stop)) { }
        using (await host.Administrator.PostAsJsonAsync(Api + "/news/articles", new { title = "Kabar nama baru", state = "published" }, Stop)) { }
        await CatchUpAsync();
        await ChangeAsync("35.10.24.2003", new { name = "Licin Anyar" });
        await CatchUpAsync();
        Assert.Contains("/licin-anyar/berita/kabar-nama-baru", await host.Anonymous.GetStringAsync(new Uri("/berita", UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    Task CatchUpAsync() => ((SmartKampung.Host.Background.OutboxDelivery)host.Services.GetService(typeof(SmartKampung.Host.Background.OutboxDelivery))!).CatchUpAsync();

    async Task ChangeAsync(string code, object change)
    {
        using var answer = await host.Administrator.PatchAsJsonAsync($"/api/villages/{code}", change, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

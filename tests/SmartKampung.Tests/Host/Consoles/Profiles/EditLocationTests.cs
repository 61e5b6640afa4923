using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Consoles.Profiles;

public sealed class EditLocationTests(TestHost host) : IClassFixture<TestHost>
{
    const string Place = "/kelola/profil/letak";
    const string Square = """{"type":"Polygon","coordinates":[[[114.1,-8.1],[114.2,-8.1],[114.2,-8.2],[114.1,-8.2],[114.1,-8.1]]]}""";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Point_is_typed_with_comma_or_point_and_must_lie_in_Indonesia()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2001");
        await desk.SaveAsync(Place, HttpStatusCode.SeeOther, ("latitude", "-8,123"), ("longitude", "114.456"));
        Assert.Equal(new Location(-8.123, 114.456), LocationOf(desk));

        foreach (var (latitude, longitude) in ((string, string)[])[("114.4", "-8.1"), ("-8.1", ""), ("abc", "114.4"), ("NaN", "Infinity"), ("1e1", "100"), ("<b>", "0")])
        {
            var page = await desk.SaveAsync(Place, HttpStatusCode.UnprocessableEntity, ("latitude", latitude), ("longitude", longitude));
            Assert.NotNull(page.GetElementById("f-latitude-error"));
            Assert.Equal(longitude, page.GetElementById("f-longitude")!.GetAttribute("value"));
        }

        Assert.Equal(new Location(-8.123, 114.456), LocationOf(desk));
    }

    [Fact]
    public async Task Outline_that_a_village_sends_stands_on_its_maps_and_goes_again()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2002");
        var before = await desk.SeenByVisitorsAsync("/profil");
        await desk.SaveAsync(Place, HttpStatusCode.SeeOther, ("outline", Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"<script>"},"geometry":{{Square}}}]}""")));

        Assert.NotEqual(PathIn(before), PathIn(await desk.SeenByVisitorsAsync("/profil")));
        foreach (var portal in (string[])["/", "/peta", "/kecamatan/35.10.24"])
            Assert.Equal(HttpStatusCode.OK, (await host.Anonymous.GetAsync(new Uri(portal, UriKind.Relative), Stop)).StatusCode);
        using var map = await desk.Staff.Client.GetAsync(new Uri($"/{desk.Slug}{Place}/peta.json", UriKind.Relative), Stop);
        Assert.Contains("[114.1,-8.1],[114.2,-8.1]", await map.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await desk.SaveAsync(Place, HttpStatusCode.SeeOther, ("without_outline", "true"));
        Assert.Equal(PathIn(before), PathIn(await desk.SeenByVisitorsAsync("/profil")));
    }

    [Fact]
    public async Task Hostile_outlines_are_refused_beside_their_field()
    {
        string[] files =
        [
            "not json",
            "null",
            "[]",
            "{}",
            """{"type":7}""",
            """{"type":"Point","coordinates":[114.1,-8.1]}""",
            """{"type":"Feature","geometry":null}""",
            """{"type":"FeatureCollection","features":[]}""",
            """{"type":"Polygon","coordinates":[]}""",
            """{"type":"Polygon","coordinates":[[]]}""",
            """{"type":"Polygon","coordinates":[[[114.1,-8.1],[114.2,-8.1],[114.2,-8.2],[114.1,-8.2]]]}""",
            """{"type":"Polygon","coordinates":[[[-8.1,114.1],[-8.1,114.2],[-8.2,114.2],[-8.1,114.1]]]}""",
            """{"type":"Polygon","coordinates":[[[4.1,52.1],[4.2,52.1],[4.2,52.2],[4.1,52.1]]]}""",
            """{"type":"Polygon","coordinates":[[[1e999,-8.1],[114.2,-8.1],[114.2,-8.2],[1e999,-8.1]]]}""",
            """{"type":"Polygon","coordinates":[[["114.1","<script>"],[114.2,-8.1],[114.2,-8.2],[114.1,-8.1]]]}""",
            """{"type":"Polygon","coordinates":[[[114.1],[114.2],[114.2],[114.1]]]}""",
            """{"type":"Polygon","coordinates":[[[[[[[[[[[[[[[[[[114.1,-8.1]]]]]]]]]]]]]]]]]]}""",
            """{"type":"Polygon","coordinates":"x"}""",
        ];
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2003");
        var page = await desk.OpenAsync(Place);
        foreach (var file in files)
            Assert.NotNull((await desk.SendAsync(page, HttpStatusCode.UnprocessableEntity, ("outline", Encoding.UTF8.GetBytes(file)))).GetElementById("f-outline-error"));
        Assert.DoesNotContain(host.Services.GetRequiredService<VillageRegistry>().FindByCode(desk.Code)!.Id, host.Services.GetRequiredService<OwnOutlines>().Now.Keys);
    }

    [Fact]
    public async Task Outline_of_very_many_points_is_thinned_and_one_that_is_too_large_is_refused()
    {
        using var desk = await ProfileDesk.OpenAsync(host, "35.10.24.2004");
        var zigzag = string.Join(',', Enumerable.Range(0, 50_000).Select(i => FormattableString.Invariant($"[{114 + (i % 2 * 0.01)},{-8 - (i * 0.00001)}]")));
        await desk.SaveAsync(Place, HttpStatusCode.SeeOther, ("outline", Encoding.UTF8.GetBytes($$"""{"type":"Polygon","coordinates":[[{{zigzag}},[114,-8]]]}""")));
        Assert.InRange(Encoding.UTF8.GetByteCount(await desk.SeenByVisitorsAsync("/profil")), 1, 60_000);

        var page = await desk.SaveAsync(Place, HttpStatusCode.UnprocessableEntity, ("outline", new byte[GeoJsonOutline.LargestFile + 1]));
        Assert.Contains("2 MB", page.GetElementById("f-outline-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiles_may_be_loaded_only_where_a_server_is_configured()
    {
        await using var own = await TestHost.StartAsync(null, "--Site:Tiles=https://tile.example/{z}/{x}/{y}.png");
        using var with = await own.Anonymous.GetAsync(new Uri("/", UriKind.Relative), Stop);
        using var without = await host.Anonymous.GetAsync(new Uri("/", UriKind.Relative), Stop);

        Assert.Contains("img-src 'self' data: https://tile.example;", with.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data:;", without.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var desk = await ProfileDesk.OpenAsync(own, TestHost.DemoCode);
        var page = await desk.OpenAsync(Place);
        Assert.Equal("https://tile.example/{z}/{x}/{y}.png", page.QuerySelector(".dragged-map")!.GetAttribute("data-tiles"));
        foreach (var asset in page.QuerySelectorAll("main script, main link").Select(asset => asset.GetAttribute("src") ?? asset.GetAttribute("href")!))
            Assert.Equal(HttpStatusCode.OK, (await own.Anonymous.GetAsync(new Uri(asset, UriKind.Relative), Stop)).StatusCode);
    }

    Location? LocationOf(ProfileDesk desk) => host.Services.GetRequiredService<VillageRegistry>().FindByCode(desk.Code)!.Record.Location;

    static string PathIn(string page) => page.Split("<path class=\"own\" d=\"")[1].Split('"')[0];
}

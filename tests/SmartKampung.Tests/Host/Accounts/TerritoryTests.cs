using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Accounts;

public sealed class TerritoryTests(VillagesHost villages) : IClassFixture<VillagesHost>, IAsyncLifetime
{
    readonly VillageEntry village = villages.Next();
    readonly Dictionary<int, Guid> houses = [];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    TestHost Host => villages.Host;

    string Houses => $"/api/villages/{village.Code}/census/houses";

    string People => $"/{village.Slug}/kelola/orang";

    public async ValueTask InitializeAsync()
    {
        foreach (var (number, place) in new[] { (1, "Krajan/001/001"), (2, "Krajan/001/002"), (3, "Krajan/002/001"), (4, "Blimbing/001/001") })
            houses[number] = await (await Host.Administrator.PostAsync(new Uri($"{Houses}/{number}/{place}", UriKind.Relative), null, Stop)).Content.ReadFromJsonAsync<Guid>(Stop);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Roles.HamletHead, "Krajan", null, null, "1 2 3")]
    [InlineData(Roles.CommunityHead, "Krajan", "001", null, "1 2")]
    [InlineData(Roles.NeighborhoodHead, "Krajan", "001", "001", "1")]
    [InlineData(Roles.NeighborhoodHead, null, "001", "001", "1 4")]
    [InlineData(Roles.Operator, null, null, null, "1 2 3 4")]
    public async Task Lists_counts_and_searches_hold_only_what_lies_in_the_territory(string role, string? hamlet, string? rw, string? rt, string expected)
    {
        using var program = await ProgramAsync((role, hamlet is null && rw is null ? null : new Territory(hamlet, rw, rt)));

        Assert.Equal(expected, await NumbersAsync(program, Houses));
        Assert.Equal(expected, await NumbersAsync(program, $"{Houses}/search/keluarga"));
        Assert.Equal(expected.Split(' ').Length, await program.GetFromJsonAsync<int>(new Uri($"{Houses}/count", UriKind.Relative), Stop));
        foreach (var (number, id) in houses)
            Assert.Equal(expected.Contains($"{number}", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await program.GetAsync(new Uri($"{Houses}/{id}", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task Head_of_two_territories_sees_both_and_a_role_without_limit_sees_all()
    {
        using var two = await ProgramAsync((Roles.NeighborhoodHead, new Territory("Krajan", "001", "001")), (Roles.CommunityHead, new Territory("Krajan", "002")));
        using var all = await ProgramAsync((Roles.NeighborhoodHead, new Territory("Krajan", "001", "001")), (Roles.Operator, null));

        Assert.Equal("1 3", await NumbersAsync(two, Houses));
        Assert.Equal("1 2 3 4", await NumbersAsync(all, Houses));
    }

    [Fact]
    public async Task Nothing_is_put_into_taken_out_of_or_changed_outside_the_territory()
    {
        using var head = await ProgramAsync((Roles.HamletHead, new Territory("Krajan")));

        Assert.Equal(HttpStatusCode.Forbidden, (await head.PostAsync(new Uri($"{Houses}/5/Blimbing/001/001", UriKind.Relative), null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.PutAsync(new Uri($"{Houses}/{houses[1]}/Blimbing", UriKind.Relative), null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.PutAsync(new Uri($"{Houses}/{houses[4]}/Krajan", UriKind.Relative), null, Stop)).StatusCode);
        Assert.Equal("1 2 3 4", await NumbersAsync(Host.Administrator, Houses));
        Assert.Equal(HttpStatusCode.OK, (await head.PostAsync(new Uri($"{Houses}/5/Krajan/003/001", UriKind.Relative), null, Stop)).StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task House_of_another_hamlet_is_neither_overwritten_nor_deleted_by_one_that_names_the_own(string method)
    {
        using var head = await ProgramAsync((Roles.HamletHead, new Territory("Krajan")));

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(head, method, houses[4], version: 1));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(head, method, houses[4], version: 2));
        Assert.Equal("Blimbing", (string?)(await Host.Administrator.GetFromJsonAsync<JsonNode>(new Uri($"{Houses}/{houses[4]}", UriKind.Relative), Stop))!["place"]!["hamlet"]);
        Assert.True(await SendAsync(head, method, houses[1], version: 1) is HttpStatusCode.OK or HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.Conflict, await SendAsync(head, method, houses[2], version: 2));
        using var all = await ProgramAsync((Roles.Operator, null));
        Assert.True(await SendAsync(all, method, houses[4], version: 1) is HttpStatusCode.OK or HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Head_of_an_RT_is_invited_with_the_RT_and_the_slip_carries_it()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await staff.SubmitAsync(People, $"{People}/slip", HttpStatusCode.UnprocessableEntity, ("name", "Agus"), ("role", Roles.NeighborhoodHead), ("hamlet", "Krajan"), ("rwNumber", "1"), ("rtNumber", ""));
        await staff.SubmitAsync(People, $"{People}/slip", HttpStatusCode.UnprocessableEntity, ("name", "Agus"), ("role", Roles.NeighborhoodHead), ("rwNumber", "satu"), ("rtNumber", "2"));
        var slip = await staff.SubmitAsync(People, $"{People}/slip", HttpStatusCode.OK, ("name", "Agus"), ("role", Roles.NeighborhoodHead), ("hamlet", "Krajan"), ("rwNumber", "1"), ("rtNumber", "2"));
        var visitor = new Visitor(Host);
        using var used = await visitor.SubmitAsync($"/slip?kode={slip.QuerySelector(".code")!.TextContent}", ("name", "Agus"), ("login", $"agus-{village.Code}@contoh.id"), ("password", Accounts.People.Password));
        Assert.Equal(HttpStatusCode.SeeOther, used.StatusCode);

        var scope = VillagesHost.ScopeOf(village).ToString();
        var given = await Host.Services.GetRequiredService<AccountDocuments>().OpenSession().Query<RoleAssignment>().Where(role => role.Role == Roles.NeighborhoodHead && role.Scope == scope).FirstOrDefaultAsync(Stop);
        Assert.Equal(new Territory("Krajan", "001", "002"), given!.Territory);
        Assert.Contains("RT 002 RW 001 Dusun Krajan", (await staff.OpenAsync(People)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    Task<HttpClient> ProgramAsync(params IReadOnlyList<(string Role, Territory? Territory)> roles) => Programs.ConnectAsync(Host, village.Code, ["census.see"], roles);

    /// <summary>Hands over a house in Krajan under an id.</summary>
    async Task<HttpStatusCode> SendAsync(HttpClient program, string method, Guid id, int version)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{Houses}/{id}", UriKind.Relative))
        {
            Content = JsonContent.Create(new { version, number = 9, name = "Milik kami", place = new { hamlet = "Krajan", rwNumber = "001", rtNumber = "001" } }),
        };
        using var answer = await program.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    static async Task<string> NumbersAsync(HttpClient program, string path)
    {
        var found = JsonNode.Parse(await program.GetStringAsync(new Uri(path, UriKind.Relative), Stop))!.AsArray();
        return string.Join(' ', found.Select(house => (int)house!["number"]!).Order());
    }
}

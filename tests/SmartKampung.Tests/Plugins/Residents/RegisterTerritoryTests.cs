using System.Net;
using static SmartKampung.Tests.Plugins.Residents.RegisterVillage;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class RegisterTerritoryTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    [Theory]
    [InlineData(Roles.NeighborhoodHead, "001", "001", "Ani••• H•••")]
    [InlineData(Roles.CommunityHead, "001", null, "Ani••• H•••|Bon••• I•••")]
    [InlineData(Roles.HamletHead, null, null, "Ani••• H•••|Bon••• I•••")]
    public async Task Head_sees_only_their_own_people_in_list_and_search(string role, string? rw, string? rt, string expected)
    {
        var (village, _) = await BeginAsync();
        using var head = await village.SignInAsync(role, new("Krajan", rw, rt));

        Assert.Equal(expected.Split('|'), await village.ListAsync(head));
        Assert.Equal(expected.Split('|').Length, (await village.ListAsync(head, "?cari=Keluarga")).Count + (await village.ListAsync(head, "?cari=kenanga")).Count);
        Assert.Empty(await village.ListAsync(head, "?dusun=Blimbing"));
        Assert.Empty(await village.ListAsync(head, "?cari=Cokro"));
        Assert.Empty(await village.ListAsync(head, "?cari=3510241708900003"));
    }

    [Fact]
    public async Task Records_of_others_are_not_there_for_a_head_whichever_page_they_ask_for()
    {
        var (village, people) = await BeginAsync();
        using var head = await village.SignInAsync(Roles.NeighborhoodHead, Here);
        var other = village.PathOf(people[2]);

        foreach (var page in new[] { other, $"{other}/usul" }) await head.OpenAsync(page, HttpStatusCode.NotFound);
        foreach (var post in new[] { $"{other}/buka", $"{other}/usul" })
            using (var answer = await head.PostAsync(village.PathOf(people[0]), post, [.. Person("Cokro J", Elsewhere), ("purpose", "Ingin tahu"), ("note", "Ingin tahu")]))
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using (var answer = await head.Client.GetAsync(new Uri($"{village.Site}/usher/open/{people[2]}/iseng", UriKind.Relative), TestContext.Current.CancellationToken))
            Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Head_changes_nothing_by_themselves()
    {
        var (village, people) = await BeginAsync();
        using var head = await village.SignInAsync(Roles.NeighborhoodHead, Here);
        await village.OpenAsync(head, people[0]);

        foreach (var page in new[] { "/ubah", "/keluarga", "/gabung" }) await head.OpenAsync(village.PathOf(people[0]) + page, HttpStatusCode.Forbidden);
        foreach (var post in new[] { "/ubah", "/keluarga", "/slip", "/gabung" })
            using (var answer = await head.PostAsync(village.Console, village.PathOf(people[0]) + post))
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_no_staff_and_staff_of_another_village_see_nothing()
    {
        var ((village, people), other) = (await BeginAsync(), await villages.BeginAsync());
        using var resident = await village.SignInAsync(people[0]);

        await resident.OpenAsync(village.Console, HttpStatusCode.Forbidden);
        await other.Operator.OpenAsync(village.Console, HttpStatusCode.Forbidden);
        await other.Operator.OpenAsync(village.PathOf(people[0]), HttpStatusCode.Forbidden);
        await other.Operator.OpenAsync(other.PathOf(people[0]), HttpStatusCode.NotFound);
    }

    async Task<(RegisterVillage Village, Guid[] People)> BeginAsync()
    {
        var village = await villages.BeginAsync();
        return (village,
        [
            await village.AddAsync("Anita H"),
            await village.AddAsync("Bono I", NextDoor),
            await village.AddAsync("Cokro J", Elsewhere, null, ("nik", "3510241708900003")),
        ]);
    }
}

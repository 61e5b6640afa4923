using System.Net;
using static SmartKampung.Tests.Plugins.Residents.RegisterVillage;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class FamilyTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    const string Number = "3510240101200001";

    [Fact]
    public async Task Family_lists_its_head_first_and_members_move_with_its_address()
    {
        var village = await villages.BeginAsync();
        var family = await village.AddFamilyAsync(Number);
        await village.AddAsync("Ani", Here, family, ("relation", "Anak"));
        var wife = await village.AddAsync("Siti", Here, family, ("relation", "Istri"));
        await village.AddAsync("Budi", Here, family, ("relation", "Kepala Keluarga"));
        var page = $"{village.Console}/keluarga/{family}";
        Assert.Equal(["Budi", "Siti", "Ani"], (await village.Operator.OpenAsync(page)).QuerySelectorAll("tbody th a").Select(link => link.TextContent));

        var form = await village.Operator.OpenAsync($"{page}/ubah");
        var version = form.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        await village.Operator.SubmitAsync($"{page}/ubah", $"{page}/ubah", HttpStatusCode.SeeOther, ("card_number", Number), ("address", "Jalan Baru 1"), ("place", KeyOf(NextDoor)), ("version", version));

        Assert.Contains("Jalan Baru 1, RT 002 RW 001", (await village.Operator.OpenAsync(village.PathOf(wife))).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Family_has_one_head()
    {
        var village = await villages.BeginAsync();
        var family = await village.AddFamilyAsync(Number);
        await village.AddAsync("Budi", Here, family, ("relation", "Kepala Keluarga"));
        var page = $"{village.Console}/orang/baru?keluarga={family}";

        var refused = await village.Operator.SubmitAsync(page, page, HttpStatusCode.UnprocessableEntity, Person("Joko", Here, ("relation", "Kepala Keluarga")));

        Assert.Contains("kepala keluarga", refused.QuerySelector("#f-relation-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_number_is_had_once_and_has_sixteen_digits()
    {
        var village = await villages.BeginAsync();
        await village.AddFamilyAsync(Number);
        var page = $"{village.Console}/keluarga/baru";

        foreach (var number in new[] { Number, "3510" })
            Assert.NotNull((await village.Operator.SubmitAsync(page, page, HttpStatusCode.UnprocessableEntity, ("card_number", number), ("place", KeyOf(Here)), ("version", "0"))).QuerySelector("#f-card_number-error"));
    }

    [Fact]
    public async Task Somebody_moves_to_another_family_or_to_one_of_their_own()
    {
        var village = await villages.BeginAsync();
        var (from, to) = (await village.AddFamilyAsync(Number), await village.AddFamilyAsync("3510240101200002", Elsewhere));
        var id = await village.AddAsync("Ani", Here, from, ("relation", "Anak"));
        var move = $"{village.PathOf(id)}/keluarga";

        await village.Operator.SubmitAsync(move, move, HttpStatusCode.UnprocessableEntity, ("card_number", "3510240101200009"), ("relation", "Menantu"), ("version", "1"));
        await village.Operator.SubmitAsync(move, move, HttpStatusCode.SeeOther, ("card_number", "3510 2401 0120 0002"), ("relation", "Menantu"), ("version", "1"));
        Assert.Contains("Dusun Blimbing", (await village.Operator.OpenAsync(village.PathOf(id))).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Menantu", (await village.Operator.OpenAsync($"{village.Console}/keluarga/{to}")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await village.Operator.SubmitAsync(move, move, HttpStatusCode.SeeOther, ("card_number", ""), ("relation", "Kepala Keluarga"), ("version", "2"));
        Assert.DoesNotContain("Ani", (await village.Operator.OpenAsync($"{village.Console}/keluarga/{to}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}

using System.Net;
using SmartKampung.Tests.Host.Consoles;
using static SmartKampung.Tests.Plugins.Residents.RegisterVillage;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class ProposalTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    [Fact]
    public async Task Head_proposes_the_operator_compares_and_approves_and_the_record_changes()
    {
        var (village, id, head) = await BeginAsync();
        var proposal = await ProposeAsync(village, head, id, ("occupation", "Petani/Pekebun"), ("phone", "081234567890"));
        Assert.DoesNotContain("Petani", (await head.OpenAsync(village.PathOf(id))).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);

        await village.Operator.OpenAsync(proposal);
        var page = await village.Operator.OpenAsync(proposal);
        Assert.Equal(["Pekerjaan|–|Petani/Pekebun", "Nomor telepon|–|+6281234567890"], page.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.Contains("Saya lihat sendiri", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await village.Operator.SubmitAsync(proposal, $"{proposal}/setujui", HttpStatusCode.SeeOther, ("version", "1"));

        Assert.Contains("Petani/Pekebun", (await head.OpenAsync(village.PathOf(id))).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Disetujui", (await head.OpenAsync($"{village.Console}/usulan")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Usulan disetujui", (await village.Operator.OpenAsync(village.PathOf(id))).QuerySelector(".records")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operator_refuses_with_a_reason_that_the_head_reads()
    {
        var (village, id, head) = await BeginAsync();
        var proposal = await ProposeAsync(village, head, id, ("occupation", "Petani/Pekebun"));

        await village.Operator.SubmitAsync(proposal, $"{proposal}/tolak", HttpStatusCode.UnprocessableEntity, ("version", "1"), ("reason", " "));
        await village.Operator.SubmitAsync(proposal, $"{proposal}/tolak", HttpStatusCode.SeeOther, ("version", "1"), ("reason", "Belum ada buktinya"));

        Assert.Contains("Belum ada buktinya", (await head.OpenAsync(proposal)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Petani", (await head.OpenAsync(village.PathOf(id))).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_is_decided_once_and_by_who_may_write()
    {
        var (village, id, head) = await BeginAsync();
        var proposal = await ProposeAsync(village, head, id, ("occupation", "Petani/Pekebun"));
        await head.SubmitAsync(proposal, $"{proposal}/setujui", HttpStatusCode.Forbidden, ("version", "1"));

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => DecideAsync(village, proposal, n % 2 == 0 ? "setujui" : "tolak")));

        Assert.All(tries, status => Assert.Equal(HttpStatusCode.SeeOther, status));
        var changes = (await village.Operator.OpenAsync(village.PathOf(id))).QuerySelector(".records")!.TextContent;
        Assert.InRange(changes.Split("Usulan disetujui").Length - 1, 0, 1);
    }

    [Fact]
    public async Task What_changed_since_is_shown_beside_what_was_proposed()
    {
        var (village, id, head) = await BeginAsync();
        var proposal = await ProposeAsync(village, head, id, ("occupation", "Petani/Pekebun"));
        await village.Operator.SubmitAsync($"{village.PathOf(id)}/ubah", $"{village.PathOf(id)}/ubah", HttpStatusCode.SeeOther, Person("Anita", Here, ("version", "1"), ("occupation", "Mekanik")));

        Assert.Contains("kini Mekanik", (await village.Operator.OpenAsync(proposal)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposals_of_other_parts_of_the_village_are_not_there()
    {
        var (village, id, head) = await BeginAsync();
        var proposal = await ProposeAsync(village, head, id, ("occupation", "Petani/Pekebun"));
        using var other = await village.SignInAsync(Roles.NeighborhoodHead, NextDoor);

        await other.OpenAsync(proposal, HttpStatusCode.NotFound);
        await other.SubmitAsync(village.Console, $"{proposal}/tarik", HttpStatusCode.NotFound);
        Assert.DoesNotContain("Ani•••", (await other.OpenAsync($"{village.Console}/usulan")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await village.Operator.SubmitAsync(proposal, $"{proposal}/tarik", HttpStatusCode.NotFound);
        await head.SubmitAsync(proposal, $"{proposal}/tarik", HttpStatusCode.SeeOther);
    }

    async Task<(RegisterVillage Village, Guid Person, StaffBrowser Head)> BeginAsync()
    {
        var village = await villages.BeginAsync();
        var id = await village.AddAsync("Anita");
        var head = await village.SignInAsync(Roles.NeighborhoodHead, Here, "Pak RT");
        await village.OpenAsync(head, id, "Pendataan RT");
        return (village, id, head);
    }

    /// <summary>Sends a proposal.</summary>
    /// <returns>The address of its page.</returns>
    static async Task<string> ProposeAsync(RegisterVillage village, StaffBrowser head, Guid person, params (string Name, string Value)[] fields)
    {
        var form = $"{village.PathOf(person)}/usul";
        await head.SubmitAsync(form, form, HttpStatusCode.UnprocessableEntity, Person("Anita", Here, ("version", "1"), ("note", "Tidak ada yang lain")));
        await head.SubmitAsync(form, form, HttpStatusCode.SeeOther, Person("Anita", Here, [("version", "1"), ("note", "Saya lihat sendiri"), .. fields]));
        return (await head.OpenAsync($"{village.Console}/usulan")).QuerySelector("main ul.list a")!.GetAttribute("href")!;
    }

    static async Task<HttpStatusCode> DecideAsync(RegisterVillage village, string proposal, string how)
    {
        using var answer = await village.Operator.PostAsync(village.Console, $"{proposal}/{how}", ("version", "1"), ("reason", "Begitulah"));
        return answer.StatusCode;
    }
}

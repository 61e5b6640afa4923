using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Storage;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Privacy;

public sealed class PersonalRequestTests(PrivacyHost privacy) : IClassFixture<PrivacyHost>
{
    const string Own = "/akun/data-pribadi";
    const string Reason = "Nama ibu saya salah tulis.";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Console => $"/{privacy.Entry(PrivacyHost.Village).Slug}/kelola";

    [Fact]
    public async Task Granted_erasure_blanks_what_modules_of_the_village_keep_and_leaves_the_log_whole()
    {
        using var person = await privacy.SignInAsync(Roles.Resident, PrivacyHost.Village, "Sri Wahyuni");
        await privacy.FileAsync(person.Account.Id, "Sri satu", PrivacyHost.Village);
        await privacy.FileAsync(person.Account.Id, "Sri tetangga", PrivacyHost.Neighbour);
        await privacy.FileAsync(Guid.NewGuid(), "Orang lain", PrivacyHost.Village);
        await AskAsync(person, "erasure");
        using var staff = await privacy.SignInAsync(Roles.Secretary, PrivacyHost.Village);

        await AnswerAsync(staff, person, "grant", HttpStatusCode.SeeOther);

        Assert.DoesNotContain("Sri satu", await privacy.NamesAsync(PrivacyHost.Village));
        Assert.Contains("Orang lain", await privacy.NamesAsync(PrivacyHost.Village));
        Assert.Contains("Sri tetangga", await privacy.NamesAsync(PrivacyHost.Neighbour));
        var partition = Partition.OfVillage(privacy.Entry(PrivacyHost.Village).Id);
        Assert.Empty((await privacy.Host.Services.GetRequiredService<VerifyAudit>().RunAsync(partition, Stop)).Faults);
        var log = await privacy.Host.Services.GetRequiredService<AuditLog>().OfVillageAsync(partition.Id, new(), 0, 1000, Stop);
        Assert.Contains(log, entry => entry.Account == staff.Account.Id && entry.Documents.Any(document => document.Type == "Paper"));
        Assert.DoesNotContain("Sri satu", JsonSerializer.Serialize(log), StringComparison.Ordinal);
        Assert.DoesNotContain(Reason, JsonSerializer.Serialize(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_reads_the_answer_and_staff_no_longer_have_it_to_do()
    {
        using var person = await privacy.SignInAsync(Roles.Resident, PrivacyHost.Village, "Budi Waluyo");
        await privacy.FileAsync(person.Account.Id, "Budi", PrivacyHost.Village);
        await AskAsync(person, "correction");
        using var staff = await privacy.SignInAsync(Roles.Administrator, PrivacyHost.Village);
        var waiting = (await staff.OpenAsync($"{Console}/data-pribadi")).QuerySelector("ul.list")!.TextContent;

        await AnswerAsync(staff, person, "grant", HttpStatusCode.SeeOther, "Sudah <b>dibetulkan</b>.");

        Assert.Contains("Budi Waluyo", waiting, StringComparison.Ordinal);
        Assert.Contains("26 November 2026", waiting, StringComparison.Ordinal);
        var page = await person.OpenAsync(Own);
        Assert.Contains("Sudah <b>dibetulkan</b>.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dikabulkan", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Budi", await privacy.NamesAsync(PrivacyHost.Village));
        Assert.DoesNotContain("Budi Waluyo", (await staff.OpenAsync($"{Console}/data-pribadi")).QuerySelector("ul.list")?.TextContent ?? "", StringComparison.Ordinal);
        await AnswerAsync(staff, person, "refuse", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Refused_erasure_leaves_all_as_it_is()
    {
        using var person = await privacy.SignInAsync(Roles.Resident, PrivacyHost.Village);
        await privacy.FileAsync(person.Account.Id, "Masih ada", PrivacyHost.Village);
        await AskAsync(person, "erasure");
        using var staff = await privacy.SignInAsync(Roles.Head, PrivacyHost.Village);

        await AnswerAsync(staff, person, "refuse", HttpStatusCode.SeeOther);

        Assert.Contains("Masih ada", await privacy.NamesAsync(PrivacyHost.Village));
    }

    [Fact]
    public async Task The_same_is_not_asked_twice_and_a_village_without_a_role_is_not_asked_at_all()
    {
        using var person = await privacy.SignInAsync(Roles.Resident, PrivacyHost.Village);
        await AskAsync(person, "erasure");
        await person.SubmitAsync(Own, Own, HttpStatusCode.UnprocessableEntity, ("kind", "erasure"), ("reason", Reason));
        await person.SubmitAsync(Own, Own, HttpStatusCode.SeeOther, ("kind", "correction"), ("reason", Reason), ("place", privacy.ScopeOf(PrivacyHost.Neighbour).ToString()));
        await person.SubmitAsync(Own, Own, HttpStatusCode.UnprocessableEntity, ("kind", "nonsense"), ("reason", Reason));

        Assert.All(await OfAsync(person), request => Assert.Equal(privacy.ScopeOf(PrivacyHost.Village).ToString(), request.Scope));
        Assert.Equal(2, (await OfAsync(person)).Count);
    }

    [Fact]
    public async Task Staff_of_another_village_finds_no_request()
    {
        using var person = await privacy.SignInAsync(Roles.Resident, PrivacyHost.Village);
        await AskAsync(person, "erasure");
        var id = (await OfAsync(person))[0].Id;
        using var stranger = await privacy.SignInAsync(Roles.Administrator, PrivacyHost.Neighbour);
        var there = $"/{privacy.Entry(PrivacyHost.Neighbour).Slug}/kelola/data-pribadi";

        await stranger.OpenAsync($"{there}/{id}", HttpStatusCode.NotFound);
        using var answer = await stranger.PostAsync($"{there}/pemberitahuan", $"{there}/{id}", ("decision", "grant"), ("answer", "Ya."));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(RequestState.Waiting, (await OfAsync(person))[0].State);
    }

    [Fact]
    public async Task Late_requests_are_told_on_the_first_page_of_the_console()
    {
        using var person = await privacy.SignInAsync(Roles.Resident, PrivacyHost.Village);
        await AskAsync(person, "erasure");
        var request = (await OfAsync(person))[0];
        await privacy.Host.Services.GetRequiredService<PersonalRequests>().SaveAsync(request with { MadeAt = request.MadeAt - TimeSpan.FromHours(73) }, Stop);
        using var staff = await privacy.SignInAsync(Roles.Administrator, PrivacyHost.Village);

        Assert.Contains("3 × 24 jam. Jawab sekarang", (await staff.OpenAsync(Console)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_holds_what_modules_keep_of_me_and_of_nobody_else()
    {
        using var person = await privacy.SignInAsync(Roles.Resident, PrivacyHost.Village);
        await privacy.FileAsync(person.Account.Id, "Milik saya", PrivacyHost.Neighbour);
        await privacy.FileAsync(Guid.NewGuid(), "Bukan milik saya", PrivacyHost.Neighbour);

        var file = await person.Client.GetStringAsync(new Uri("/akun/data", UriKind.Relative), Stop);

        Assert.Contains("\"Milik saya\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Bukan milik saya", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_account_leaves_the_request_without_its_words()
    {
        using var person = await privacy.SignInAsync(Roles.Resident, PrivacyHost.Village, "Wayan Pergi");
        await AskAsync(person, "erasure");
        await person.SubmitAsync("/akun/tutup", "/akun/tutup", HttpStatusCode.SeeOther);

        var request = Assert.Single(await OfAsync(person));
        Assert.Equal(("", ""), (request.Name, request.Reason));
    }

    [Fact]
    public async Task Closed_account_takes_along_what_modules_keep_in_every_village()
    {
        using var person = await privacy.SignInAsync(Roles.Resident, PrivacyHost.Village, "Made Pamit");
        await privacy.FileAsync(person.Account.Id, "Made di sini", PrivacyHost.Village);
        await privacy.FileAsync(person.Account.Id, "Made di sana", PrivacyHost.Neighbour);

        await person.SubmitAsync("/akun/tutup", "/akun/tutup", HttpStatusCode.SeeOther);

        Assert.DoesNotContain("Made di sini", await privacy.NamesAsync(PrivacyHost.Village));
        Assert.DoesNotContain("Made di sana", await privacy.NamesAsync(PrivacyHost.Neighbour));
    }

    static async Task AskAsync(StaffBrowser person, string kind) => await person.SubmitAsync(Own, Own, HttpStatusCode.SeeOther, ("kind", kind), ("reason", Reason));

    async Task AnswerAsync(StaffBrowser staff, StaffBrowser person, string decision, HttpStatusCode expected, string answer = "Sudah dikerjakan.")
    {
        var page = $"{Console}/data-pribadi/pemberitahuan";
        await staff.SubmitAsync(page, $"{Console}/data-pribadi/{(await OfAsync(person))[0].Id}", expected, ("decision", decision), ("answer", answer));
    }

    Task<IReadOnlyList<PersonalRequest>> OfAsync(StaffBrowser person) => privacy.Host.Services.GetRequiredService<PersonalRequests>().OfAsync(person.Account.Id, Stop);
}

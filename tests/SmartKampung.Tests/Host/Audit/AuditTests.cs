using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Audit;

public sealed class AuditTests(VillagesHost villages) : IClassFixture<VillagesHost>
{
    readonly VillageEntry village = villages.Next();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    TestHost Host => villages.Host;

    string Console => $"/{village.Slug}/kelola";

    [Fact]
    public async Task Change_by_staff_is_written_down_with_who_what_and_where()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await staff.SubmitAsync($"{Console}/modul", $"{Console}/modul/guestbook/nyalakan", HttpStatusCode.SeeOther);

        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal((staff.Account.Id, "Dewi Lestari", Roles.Administrator, village.Id), (entry.Account!.Value, entry.Name, entry.Roles, entry.Village!.Value));
        Assert.StartsWith("127.77.", entry.Address, StringComparison.Ordinal);
        Assert.Equal("POST /kelola/modul/{id}/nyalakan", entry.Action);
        var document = Assert.Single(entry.Documents);
        Assert.Equal(("ModuleConfiguration", "guestbook", AuditedChange.Added), (document.Type, document.Label, document.Change));
        Assert.Contains(document.Fields, field => field is { Name: "Enabled", Before: null, After: "true" });
    }

    [Fact]
    public async Task Documents_of_modules_are_told_before_and_after_in_the_commit_that_changes_them()
    {
        var id = await WriteArticleAsync("Jalan desa diperbaiki");
        using var answer = await Host.Administrator.PutAsJsonAsync(Api($"news/articles/{id}"), new { title = "Jalan desa sudah baik", body = "<p>Selesai.</p>" }, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var changed = (await EntriesAsync())[0];
        Assert.Null(changed.Account);
        var document = Assert.Single(changed.Documents, document => document.Type == "Article");
        Assert.Equal((AuditedChange.Changed, "Jalan desa sudah baik"), (document.Change, document.Label));
        Assert.Contains(document.Fields, field => field is { Name: "Title", Before: "\"Jalan desa diperbaiki\"", After: "\"Jalan desa sudah baik\"" });
    }

    [Fact]
    public async Task Page_tells_fields_and_values_in_words()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await staff.SubmitAsync($"{Console}/modul", $"{Console}/modul/guestbook/nyalakan", HttpStatusCode.SeeOther);
        using var answer = await Host.Administrator.PutAsJsonAsync(Api("settings/news"), new { articlesPerPage = 20 }, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var records = (await staff.OpenAsync($"{Console}/catatan")).QuerySelector("ol.records")!;
        var changes = records.QuerySelectorAll("dt").Select(name => (name.TextContent, name.NextElementSibling!.TextContent.Trim())).ToArray();
        Assert.Contains(("Kabar per halaman", "20"), changes);
        Assert.Contains(("Menyala", "ya"), changes);
        Assert.Contains(("Berlaku di", village.Name), changes);
        Assert.Equal(["Berita", "Buku tamu"], records.QuerySelectorAll("q").Select(label => label.TextContent));
    }

    [Fact]
    public async Task Visitors_and_refused_changes_leave_no_entry()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await staff.SubmitAsync($"{Console}/orang", $"{Console}/orang/slip", HttpStatusCode.UnprocessableEntity, ("name", ""), ("role", Roles.Operator));
        await staff.SubmitAsync($"{Console}/orang", $"{Console}/orang/slip/{Guid.NewGuid()}/batalkan", HttpStatusCode.UnprocessableEntity);

        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task What_proves_something_is_never_told()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await staff.SubmitAsync($"{Console}/orang", $"{Console}/orang/slip", HttpStatusCode.OK, ("name", "Agus"), ("role", Roles.Operator));

        var document = Assert.Single((await EntriesAsync())[0].Documents);
        Assert.Equal("Slip", document.Type);
        Assert.All(document.Fields.Where(field => field.Name is "Selector" or "Verifier"), field => Assert.Equal("•••", field.After));
        Assert.Contains(document.Fields, field => field.Name == "Verifier");
    }

    [Fact]
    public async Task Entries_written_at_once_follow_each_other_and_the_log_is_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => WriteArticleAsync($"Kabar {number}")));

        var verified = await VerifyAsync();
        Assert.Equal(12, verified.Entries);
        Assert.Empty(verified.Faults);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    [InlineData("inserted")]
    [InlineData("cut")]
    public async Task Whoever_meddles_with_the_log_is_found_out(string how)
    {
        for (var i = 0; i < 4; i++) await WriteArticleAsync($"Kabar {i}");
        await Host.Services.GetRequiredService<AuditAnchors>().WriteAsync(Stop);

        await MeddleAsync(how);

        var fault = (await VerifyAsync()).Faults[0];
        Assert.Equal(how switch { "changed" => (2, AuditFaultKind.Changed), "removed" => (2, AuditFaultKind.Missing), "inserted" => (5, AuditFaultKind.Changed), _ => (4L, AuditFaultKind.Missing) }, (fault.Number, fault.Kind));
        using var staff = await StaffBrowser.SignInAsync(Host, Roles.Auditor, SmartKampung.Host.Settings.Scope.Regency);
        Assert.NotNull((await staff.OpenAsync($"{Console}/catatan/periksa")).QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Log_of_one_village_is_not_read_in_another()
    {
        await WriteArticleAsync("Rapat rahasia");
        using var here = await villages.SignInAsync(Roles.Administrator, village);
        var other = villages.Next();
        using var there = await villages.SignInAsync(Roles.Administrator, other);

        Assert.Contains("Rapat rahasia", (await here.OpenAsync($"{Console}/catatan")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Rapat rahasia", (await there.OpenAsync($"/{other.Slug}/kelola/catatan")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewed_key_seals_from_then_on_and_the_log_of_before_stays_whole()
    {
        await WriteArticleAsync("Sebelum");
        AuditKey.Renew(Host.DataFolder);
        await WriteArticleAsync("Sesudah");
        var entries = await EntriesAsync();

        Assert.Empty((await VerifyAsync()).Faults);
        Assert.NotEqual(entries[0].Key, entries[1].Key);
        Assert.DoesNotContain(entries, entry => entry.Key.Length == 0);
    }

    [Fact]
    public async Task Key_that_was_renewed_seals_nothing_any_more()
    {
        await WriteArticleAsync("Sebelum");
        var old = Host.Services.GetRequiredService<AuditKey>().Present;
        AuditKey.Renew(Host.DataFolder);
        await WriteArticleAsync("Sesudah");
        var session = Host.Services.GetRequiredService<AuditDocuments>().OpenSession(Partition.OfVillage(village.Id));
        var last = (await EntriesAsync())[0];
        var forged = last with { Id = Guid.NewGuid(), Version = 0, Number = 3, Previous = last.Seal, Key = old.Id };
        session.Store(forged with { Seal = AuditSeal.Of(forged, old) });
        await session.SaveChangesAsync(Stop);

        Assert.Equal(new AuditFault(3, AuditFaultKind.Changed), Assert.Single((await VerifyAsync()).Faults));
    }

    [Fact]
    public async Task Table_holds_no_formula_and_taking_it_away_is_written_down()
    {
        await WriteArticleAsync("=HYPERLINK(\"http://jahat.example\")");
        using var staff = await villages.SignInAsync(Roles.Administrator, village, name: "=cmd|x");
        await staff.SubmitAsync($"{Console}/modul", $"{Console}/modul/guestbook/nyalakan", HttpStatusCode.SeeOther);
        using var answer = await staff.Client.GetAsync(new Uri($"{Console}/catatan/unduh", UriKind.Relative), Stop);
        var table = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain(",=cmd", table, StringComparison.Ordinal);
        Assert.Contains("=cmd|x", table, StringComparison.Ordinal);
        Assert.Contains(await EntriesAsync(), entry => entry.Action == "audit.download" && entry.Account == staff.Account.Id);
    }

    [Fact]
    public async Task Page_asks_by_person_module_and_day()
    {
        await WriteArticleAsync("Rapat desa");
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await staff.SubmitAsync($"{Console}/modul", $"{Console}/modul/guestbook/nyalakan", HttpStatusCode.SeeOther);

        Assert.Equal(2, await CountAsync(staff, ""));
        Assert.Equal(1, await CountAsync(staff, $"?person={staff.Account.Id}"));
        Assert.Equal(1, await CountAsync(staff, "?owner=news"));
        Assert.Equal(0, await CountAsync(staff, "?until=2001-01-01"));
        Assert.Equal(2, await CountAsync(staff, "?from=nonsense&page=x"));
    }

    /// <summary>A new kind of document is audited unless it is named here.</summary>
    [Fact]
    public void Log_passes_over_nothing_but_the_hosts_own_housekeeping()
    {
        var passed = typeof(IHousekeeping).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IHousekeeping))).Select(type => type.Name);

        Assert.Equal(["AuditAnchor", "Device", "JobMark", "JobTurn", "LastSignIn", "Message", "OutgoingEvent", "PersonalSealing", "RollOutBatch", "VillagesChange", "WaitingVillage"], passed.Order(StringComparer.Ordinal));
    }

    async Task<int> CountAsync(StaffBrowser staff, string query) => (await staff.OpenAsync($"{Console}/catatan{query}")).QuerySelectorAll("ol.records > li").Length;

    async Task MeddleAsync(string how)
    {
        var documents = Host.Services.GetRequiredService<AuditDocuments>();
        var session = documents.OpenSession(Partition.OfVillage(village.Id));
        var entries = await session.Query<AuditEntry>().OrderBy(entry => entry.Number).ToListAsync(Stop);
        if (how == "changed") session.Store(entries[1] with { Name = "Orang lain" });
        else if (how == "removed") session.Delete(entries[1]);
        else if (how == "inserted") session.Store(entries[3] with { Id = Guid.NewGuid(), Version = 0, Number = 5, Previous = entries[3].Seal });
        else session.Delete(entries[3]);
        await session.SaveChangesAsync(Stop);
    }

    async Task<Guid> WriteArticleAsync(string title)
    {
        using var answer = await Host.Administrator.PostAsJsonAsync(Api("news/articles"), new { title, body = "<p>Isi.</p>" }, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Written>(Stop))!.Id;
    }

    Task<AuditVerification> VerifyAsync() => Host.Services.GetRequiredService<VerifyAudit>().RunAsync(Partition.OfVillage(village.Id), Stop);

    Task<IReadOnlyList<AuditEntry>> EntriesAsync() => Host.Services.GetRequiredService<AuditLog>().OfVillageAsync(village.Id, new(), 0, 100, Stop);

    Uri Api(string path) => new($"/api/villages/{village.Code}/{path}", UriKind.Relative);

    sealed record Written(Guid Id);
}

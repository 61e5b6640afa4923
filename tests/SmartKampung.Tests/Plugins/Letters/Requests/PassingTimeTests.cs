using System.Net;
using System.Text.Json.Nodes;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.Letters.Issued;
using static SmartKampung.Tests.Plugins.Letters.LettersVillage;

namespace SmartKampung.Tests.Plugins.Letters.Requests;

/// <summary>What happens to requests that nobody goes on with.</summary>
public sealed class PassingTimeTests
{
    [Fact]
    public async Task Step_that_is_late_goes_to_the_role_that_its_type_names_once()
    {
        var (late, later, alone) = (Due("2026-11-23T03:00:00+00:00", Roles.Secretary), Due("2026-11-24T03:00:00+00:00", Roles.Secretary), Due("2026-11-23T03:00:00+00:00", ""));
        await using var host = await SigningHost.StartAsync(late, later, alone);
        await host.Host.PassAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(["", "", ""], await EscalatedAsync(host, late, later, alone));

        for (var hour = 0; hour < 3; hour++) await host.Host.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal([Roles.Secretary, "", ""], await EscalatedAsync(host, late, later, alone));
        using var kept = await host.KeptAsync();
        var act = Assert.Single(Of(kept, late)["History"]!.AsArray());
        Assert.Equal(("Escalated", Roles.Secretary), ((string)act!["What"]!, (string)act["Role"]!));
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary);
        Assert.Single((await secretary.OpenAsync($"{SigningHost.Village}/kelola/letters?keadaan=saya")).QuerySelectorAll("table.rows tbody tr"));
    }

    [Fact]
    public async Task Draft_that_nobody_goes_on_with_for_thirty_days_goes_with_its_photographs()
    {
        await using var host = await SigningHost.StartAsync();
        var village = new LettersVillage(host.Host, TestHost.DemoCode, TestHost.DemoSlug, (role, name, territory, reference) => StaffBrowser.SignInAsync(host.Host, role, name: name, territory: territory, reference: reference), await StaffBrowser.SignInAsync(host.Host, Roles.Operator));
        await village.BeginAsync();
        await village.BringTypeAsync(Sample.Type());
        using var yuliana = await village.ResidentAsync();
        var (document, _) = await AnswerAsync(yuliana, await village.BeginAsync(yuliana, Sample.Slug), ("answer", "membuka rekening"));
        using (var attached = await AttachAsync(yuliana, document)) Assert.Equal(HttpStatusCode.SeeOther, attached.StatusCode);
        await host.Host.PassAsync(TimeSpan.FromDays(10));
        await AnswerAsync(yuliana, document.Replace("dokumen/ktp", "tanya/purpose", StringComparison.Ordinal), ("answer", "melamar kerja"));

        await host.Host.PassAsync(TimeSpan.FromDays(25));
        Assert.Equal((1, 1), await DraftsAsync(host));
        await host.Host.PassAsync(TimeSpan.FromDays(7));

        Assert.Equal((0, 0), await DraftsAsync(host));
        village.Operator.Dispose();
    }

    static JsonObject Due(string at, string then)
    {
        var type = AskedLetters.Type();
        type["Steps"]![0]!["EscalatesTo"] = then;
        var request = AskedLetters.Request(type);
        request["StepDueAt"] = at;
        return request;
    }

    static async Task<string[]> EscalatedAsync(SigningHost host, params JsonObject[] requests)
    {
        using var kept = await host.KeptAsync();
        return [.. requests.Select(request => (string)Of(kept, request)["EscalatedTo"]!)];
    }

    static JsonObject Of(KeptLetters kept, JsonObject request) => kept.Requests.Single(one => (Guid)one["Id"]! == (Guid)request["Id"]!);

    static async Task<(int Requests, int Files)> DraftsAsync(SigningHost host)
    {
        using var kept = await host.KeptAsync();
        return (kept.Requests.Count, host.PrivateFiles.Count);
    }
}

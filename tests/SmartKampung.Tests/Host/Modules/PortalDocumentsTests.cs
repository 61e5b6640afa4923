using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Modules;

/// <summary>Documents that a module keeps once for the installation.</summary>
public sealed class PortalDocumentsTests(CircularsHost circulars) : IClassFixture<CircularsHost>
{
    const string Page = CircularsHost.Page;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_that_the_regency_writes_is_read_in_every_village_and_stays_while_the_module_is_away()
    {
        await WriteAsync("Kerja bakti serentak");
        Assert.Contains("Kerja bakti serentak", await SubjectsAsync(CircularsHost.Here));
        Assert.Contains("Kerja bakti serentak", await SubjectsAsync(CircularsHost.Elsewhere));

        circulars.TakeOut();
        await circulars.RescanAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await circulars.Host.Anonymous.GetAsync(Page, Stop)).StatusCode);
        using var regency = await circulars.RegencyAsync();
        Assert.DoesNotContain("Surat edaran", (await regency.OpenAsync("/kelola")).QuerySelector(".side-menu")!.TextContent, StringComparison.Ordinal);

        circulars.PutBack();
        await circulars.RescanAsync();
        Assert.Contains("Kerja bakti serentak", await SubjectsAsync(CircularsHost.Here));
    }

    [Fact]
    public async Task What_one_village_took_another_does_not_get_and_keeps_nothing_of()
    {
        await WriteAsync("Nomor antrean");
        using var regency = await circulars.RegencyAsync();

        Assert.Equal(HttpStatusCode.OK, (await circulars.ReceiveAsync(CircularsHost.Here, 1, 7)).StatusCode);
        Assert.False((await circulars.ReceiveAsync(CircularsHost.Elsewhere, 1, 7)).IsSuccessStatusCode);
        await circulars.Host.CatchUpAsync();

        Assert.Equal(1, await regency.Client.GetFromJsonAsync<int>($"{Page}/villages/{CircularsHost.Here}", Stop));
        Assert.Equal(0, await regency.Client.GetFromJsonAsync<int>($"{Page}/villages/{CircularsHost.Elsewhere}", Stop));
    }

    [Theory]
    [InlineData("model")]
    [InlineData("village")]
    public async Task Village_reads_nothing_there_that_the_module_keeps_otherwise(string type) =>
        Assert.Equal(HttpStatusCode.InternalServerError, (await circulars.Host.Anonymous.GetAsync($"/api/villages/{CircularsHost.Here}/circulars/trespass/{type}", Stop)).StatusCode);

    [Fact]
    public async Task Changes_are_in_the_log_of_the_regency_which_proves_whole()
    {
        await WriteAsync("Jam kerja bulan puasa");
        await WriteAsync("Libur bersama");
        var services = circulars.Host.Services;
        await services.GetRequiredService<AuditAnchors>().WriteAsync(Stop);
        using var regency = await circulars.RegencyAsync();

        Assert.Contains("Libur bersama", (await regency.OpenAsync("/kelola/catatan")).QuerySelector("ol.records")!.TextContent, StringComparison.Ordinal);
        var verified = await services.GetRequiredService<VerifyAudit>().RunOfRegencyAsync(Stop);
        Assert.Empty(verified.Faults);
        Assert.True(verified.Entries > (await services.GetRequiredService<VerifyAudit>().RunAsync(Partition.Installation, Stop)).Entries);
    }

    async Task WriteAsync(string subject)
    {
        using var regency = await circulars.RegencyAsync();
        using var answer = await regency.PostAsync(Page, Page, ("subject", subject));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    async Task<string[]> SubjectsAsync(string village) => (await circulars.Host.Anonymous.GetFromJsonAsync<string[]>($"/api/villages/{village}/circulars/circulars", Stop))!;
}

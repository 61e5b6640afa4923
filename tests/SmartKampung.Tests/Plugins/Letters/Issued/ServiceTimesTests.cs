using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

public sealed class ServiceTimesTests
{
    [Fact]
    public async Task Service_is_counted_in_the_hours_that_the_office_works_as_it_was_promised()
    {
        var (soon, late) = (AskedLetters.Type("domisili"), AskedLetters.Type("usaha"));
        (soon["PromisedHours"], late["PromisedHours"]) = (9, 8);
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(soon), AskedLetters.Request(late));
        host.Host.Clock.AdjustTime(new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        using var head = await StaffBrowser.SignInAsync(host.Host, Roles.Head);
        await host.SignAllAsync(head);
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary);

        var rows = (await secretary.OpenAsync($"{SigningHost.Village}/kelola/letters/statistik")).QuerySelectorAll("main tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))).ToList();

        Assert.Equal(["Semua surat 2 8,5 jam kerja 8,5 jam kerja 50% 0%", "Surat Keterangan domisili 1 8,5 jam kerja 8,5 jam kerja 100% 0%", "Surat Keterangan usaha 1 8,5 jam kerja 8,5 jam kerja 0% 0%"], rows);
    }
}

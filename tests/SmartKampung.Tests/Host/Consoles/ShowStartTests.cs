using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Modules;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Consoles;

public sealed class ShowStartTests(TestHost host) : IClassFixture<TestHost>
{
    const string Start = $"/{TestHost.DemoSlug}/kelola";
    const string Fresh = "35.10.24.2001";

    [Fact]
    public async Task Figures_of_the_modules_that_are_on_are_shown()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Operator);

        var figures = (await staff.OpenAsync(Start)).QuerySelectorAll(".figures dt").Select(label => label.TextContent);
        Assert.Equal(["Kabar terbit", "Kabar terbit bulan ini", "Agenda mendatang"], figures);
        Assert.Contains("Published", (await staff.OpenAsync($"/{TestHost.DemoSlug}/en/kelola")).QuerySelector(".figures")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Fresh_village_is_led_to_its_first_steps_and_a_settled_one_is_not()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator, StaffBrowser.ScopeOf(host, Fresh));
        using var settled = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        using var colleague = await StaffBrowser.SignInAsync(host, Roles.Operator);
        var slug = host.Services.GetRequiredService<VillageRegistry>().FindByCode(Fresh)!.Slug;

        var steps = (await staff.OpenAsync($"/{slug}/kelola")).QuerySelectorAll(".steps a").Select(link => link.GetAttribute("href"));
        Assert.Equal([$"/{slug}/kelola/profil", $"/{slug}/kelola/profil/foto", $"/{slug}/kelola/modul", $"/{slug}/kelola/orang"], steps);
        Assert.Empty((await settled.OpenAsync(Start)).QuerySelectorAll(".steps"));
    }

    [Fact]
    public async Task Module_that_failed_is_told_with_the_way_to_mend_it()
    {
        using var plugins = new PluginFolders();
        plugins.AddSpecimen("constructor throws");
        await using var broken = await TestHost.StartAsync(plugins.FullName);
        using (var answer = await broken.Administrator.SendAsync(HttpMethod.Put, $"/api/villages/{TestHost.DemoCode}/modules/specimen")) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var staff = await StaffBrowser.SignInAsync(broken, Roles.Administrator);

        var troubles = (await staff.OpenAsync(Start)).QuerySelector(".notice.bad")!;
        Assert.Contains("Modul Contoh tidak berjalan.", troubles.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Start}/modul#specimen", troubles.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Disk_without_room_is_told()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Operator);
        Assert.Null((await staff.OpenAsync(Start)).QuerySelector(".notice.bad"));

        var disk = new LateFullDisk();
        await using var full = await TestHost.StartAsync(services => services.AddSingleton<IDisk>(disk));
        using var other = await StaffBrowser.SignInAsync(full, Roles.Operator);
        disk.IsFull = true;
        full.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Contains("hampir penuh", (await other.OpenAsync(Start)).QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Has room until the test takes it away.</summary>
    sealed class LateFullDisk : IDisk
    {
        public bool IsFull { get; set; }

        public long FreeBytes(string folder) => IsFull ? 0 : long.MaxValue;

        public long SizeOf(string folder) => 0;
    }
}

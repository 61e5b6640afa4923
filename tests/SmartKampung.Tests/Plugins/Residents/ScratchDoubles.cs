using System.Diagnostics;
using System.Net;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.Residents.Import;
using SmartKampung.Host.Settings;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class ScratchDoubles(RegisterDesk desk) : IClassFixture<RegisterDesk>
{
    [Fact]
    public async Task Measure()
    {
        var people = Enumerable.Range(0, 20_000).Select(n => OpenSidSheet.Person(n, ("no_kk", ""), ("kk_level", ""), ("nik", $"991024{1 + n % 28:00}{1 + n / 28 % 12:00}{50 + n / 336 % 50:00}{1 + n / 16800:0000}"), ("tanggallahir", $"19{50 + n / 336 % 50:00}-{1 + n / 28 % 12:00}-{1 + n % 28:00}"))).ToList();
        var (path, _) = await desk.CheckAsync(OpenSidSheet.Csv(people));
        var clock = Stopwatch.StartNew();
        await desk.TakeAsync(path);
        Console.WriteLine($"take and project {clock.Elapsed}");
        foreach (var file in Directory.EnumerateFiles(desk.Host.DataFolder, "*.db", SearchOption.AllDirectories)) Console.WriteLine($"{file} {new FileInfo(file).Length / 1024} kB");
        using var regency = await StaffBrowser.SignInAsync(desk.Host, Roles.RegencyAdministrator, Scope.Regency);
        for (var i = 0; i < 6; i++)
        {
            var page = await regency.OpenAsync("/kelola/residents");
            clock.Restart();
            using var answer = await regency.PostAsync(page, "/kelola/residents/cari");
            Console.WriteLine($"search {clock.ElapsedMilliseconds} ms {answer.StatusCode}");
        }

        clock.Restart();
        using (await desk.Host.Administrator.PostAsync(new Uri("/api/portal/rebuild", UriKind.Relative), null)) await desk.Host.CatchUpAsync();
        Console.WriteLine($"rebuild {clock.Elapsed}");
    }
}

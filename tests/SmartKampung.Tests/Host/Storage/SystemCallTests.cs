using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace SmartKampung.Tests.Host.Storage;

public sealed class SystemCallTests
{
    static readonly string[] Tracing = ["strace", "-D", "-f", "--seccomp-bpf", "-y", "-s", "9000", "-e", "trace=fsync,fdatasync,write,writev,pwrite64,pwritev,sendto,sendmsg"];

    [Fact]
    public async Task Each_acknowledgement_goes_out_after_its_log_was_synced()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "strace is not installed; build/install.sh browser installs it.");
        using var data = new TemporaryFolder();
        var (trace, titles) = (data.Combine("trace"), Enumerable.Range(0, 8).Select(_ => Random.Shared.NextInt64(100_000_000_000_000_000, long.MaxValue).ToString(CultureInfo.InvariantCulture)).ToList());
        await UsedFolder.OfNews.CopyToAsync(data.FullName);
        await using (var host = await HostProcess.StartBehindAsync([.. Tracing, "-o", trace], data.FullName))
        {
            await WriteAsync(host, titles);
            await host.StopAsync();
        }

        var calls = SystemCall.Read(File.ReadLines(trace));
        // Articles are sealed; the words of their titles stand beside them, since they are public.
        foreach (var title in titles)
        {
            var written = calls.First(call => call.File.EndsWith("-log.db", StringComparison.Ordinal) && call.Text.Contains(title, StringComparison.Ordinal));
            var answered = calls.First(call => call.File.StartsWith("socket:", StringComparison.Ordinal) && call.Text.Contains(title, StringComparison.Ordinal));
            Assert.Contains(calls, call => call.IsSync && call.File == written.File && written.Ended < call.Begun && call.Ended < answered.Begun);
        }
    }

    /// <summary>Two at a time, so that saves are grouped too.</summary>
    static async Task WriteAsync(HostProcess host, IEnumerable<string> titles)
    {
        using var administrator = await host.AdministratorAsync();
        foreach (var pair in titles.Chunk(2))
        {
            var answers = await Task.WhenAll(pair.Select(title => administrator.PostAsJsonAsync(
                $"/api/villages/{TestHost.DemoCode}/news/articles", new { title, body = "<p>Isi.</p>", state = "published" }, TestContext.Current.CancellationToken)));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace SmartKampung.Tests.Host.Storage;

/// <summary>A disk that refuses what a running host writes to some files, by strace in between; it needs no rights and no disk of its own.</summary>
static class RefusingDisk
{
    // Each thread may write a little first, so that units of work are refused half way.
    const int Patience = 7;

    /// <param name="error">What the operating system says, such as ENOSPC.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="files">The files that can't be written.</param>
    public static Task<HostProcess> StartAsync(string error, string data, params string[] files) => HostProcess.StartBehindAsync(
        ["strace", "-D", "-I", "2", "-f", "-o", "/dev/null", .. files.SelectMany(file => (string[])["-P", file]),
            "-e", "trace=write,pwrite64,pwritev,ftruncate",
            "-e", $"inject=write,pwrite64,pwritev,ftruncate:error={error}:when={Patience}+"],
        data);

    /// <summary>There is room again; returns once nobody stands between the host and its disk.</summary>
    public static async Task RelentAsync(HostProcess host)
    {
        using var strace = Process.GetProcessById(TracerOf(host.Id));
        using var end = Process.Start("kill", ["-TERM", strace.Id.ToString(CultureInfo.InvariantCulture)]);
        await strace.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, TracerOf(host.Id));
    }

    static int TracerOf(int process)
    {
        const string Tracer = "TracerPid:";
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(Tracer, StringComparison.Ordinal));
        return int.Parse(line.AsSpan(Tracer.Length), CultureInfo.InvariantCulture);
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SmartKampung.Host.Papers;

/// <summary>A process that makes one PDF after the other. Whoever stops waiting for it has to end it, since it is in the middle of something.</summary>
sealed class PaperWorker : IDisposable
{
    const string Script = "paper_worker.py";

    // A start takes half a second, and a busy machine must not turn it into an error.
    static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    readonly Process process;

    PaperWorker(Process process) => this.process = process;

    /// <summary>How many papers it made.</summary>
    public int Made { get; private set; }

    /// <summary>When it was given back last.</summary>
    public DateTimeOffset IdleSince { get; set; }

    public int ProcessId => process.Id;

    public bool IsAlive => !process.HasExited;

    /// <summary>What the process has used; null once it has ended.</summary>
    TimeSpan? ProcessorTime
    {
        get
        {
            try
            {
                process.Refresh();
                return process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }

    /// <exception cref="PaperException">It is not installed, or does not start.</exception>
    public static async Task<PaperWorker> StartAsync(PaperOptions options, CancellationToken stop)
    {
        var worker = new PaperWorker(Begin(options));
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(StartTime);
        try
        {
            var hello = await PaperFrames.ReadAsync(worker.process.StandardOutput.BaseStream, time.Token);
            return hello.State is PaperState.Ready ? worker : throw new PaperException(PaperProblem.EngineMissing, hello.Text);
        }
        catch (Exception failure)
        {
            worker.Dispose();
            if (failure is PaperException || stop.IsCancellationRequested) throw;
            throw new PaperException(PaperProblem.EngineMissing, "It does not start.", failure);
        }
    }

    /// <summary>Makes one paper. The processor's time counts, since a busy machine is not the paper's fault; who uses none for a while hangs.</summary>
    /// <exception cref="PaperException">The paper uses up the patience, or the process hangs.</exception>
    /// <exception cref="IOException">The process ended.</exception>
    /// <exception cref="JsonException">The process speaks otherwise.</exception>
    public async Task<PaperAnswer> MakeAsync(PaperOrder order, TimeSpan patience, CancellationToken stop)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (before, used) = (ProcessorTime ?? TimeSpan.Zero, TimeSpan.Zero);
        var making = AnswerAsync(order, time.Token);
        try
        {
            for (var wait = patience; await Task.WhenAny(making, Task.Delay(wait, time.Token)) != making; wait = Later(patience - used, patience / 3))
            {
                stop.ThrowIfCancellationRequested();
                if (ProcessorTime - before is not { } present) break;
                if (present >= patience) throw new PaperException(PaperProblem.TooSlow);
                if (present == used) throw new PaperException(PaperProblem.EngineFailed, "It hangs.");
                used = present;
            }

            return await making;
        }
        finally
        {
            await time.CancelAsync();
        }
    }

    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }

        process.Dispose();
    }

    async Task<PaperAnswer> AnswerAsync(PaperOrder order, CancellationToken stop)
    {
        await PaperFrames.WriteAsync(process.StandardInput.BaseStream, order, stop);
        var answer = await PaperFrames.ReadAsync(process.StandardOutput.BaseStream, stop);
        Made++;
        return answer;
    }

    static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    static Process Begin(PaperOptions options)
    {
        try
        {
            var process = Process.Start(HowToStart(options)) ?? throw new PaperException(PaperProblem.EngineMissing);
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception missing)
        {
            throw new PaperException(PaperProblem.EngineMissing, $"{options.Python}: {missing.Message}", missing);
        }
    }

    /// <summary>Nothing of the host's environment, which may hold secrets, is for a process that reads hostile text.</summary>
    static ProcessStartInfo HowToStart(PaperOptions options)
    {
        var start = new ProcessStartInfo(options.Python)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in (string[])["-I", "-B", Path.Combine(AppContext.BaseDirectory, Script), .. Limits(options)]) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        (start.Environment["PATH"], start.Environment["LANG"], start.Environment["HOME"]) = ("/usr/bin:/bin", "C.UTF-8", Path.GetTempPath());
        return start;
    }

    static IEnumerable<string> Limits(PaperOptions options) =>
        from limit in (int[])[options.Megabytes, PaperOptions.MostPixels, PaperOptions.MostBytes] select limit.ToString(CultureInfo.InvariantCulture);
}

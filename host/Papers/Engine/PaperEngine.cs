using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Papers;

/// <summary>Makes PDFs of HTML, as many at once as there are processors; the others wait. What goes wrong with one is over with it.</summary>
sealed partial class PaperEngine(PaperWorkers workers, IOptions<PaperOptions> options, PaperMetrics metrics, ILogger<PaperEngine> log) : IDisposable
{
    readonly SemaphoreSlim places = new(options.Value.Workers);
    readonly TimeSpan patience = TimeSpan.FromSeconds(options.Value.Seconds);

    /// <summary>Why no papers can be made at the moment, or null; a paper that is made shows that they can again.</summary>
    public string? Trouble => trouble ?? (File.Exists(options.Value.Python) ? null : $"{options.Value.Python} is missing.");

    volatile string? trouble;

    /// <exception cref="PaperException">It can't be made.</exception>
    public async Task<byte[]> MakeAsync(PaperOrder order, CancellationToken stop)
    {
        await places.WaitAsync(stop);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var pdf = Read(await AskAsync(order, stop));
            metrics.Count("made", began);
            return pdf;
        }
        catch (PaperException failure)
        {
            metrics.Count(failure.Problem.ToString(), began);
            throw;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    /// <summary>A process can end by what is not the paper's fault, so a fresh one tries once more.</summary>
    async Task<PaperAnswer> AskAsync(PaperOrder order, CancellationToken stop)
    {
        try
        {
            var answer = await AskOneAsync(order, stop) ?? await AskOneAsync(order, stop) ?? throw new PaperException(PaperProblem.EngineFailed);
            trouble = null;
            return answer;
        }
        catch (PaperException failure) when (failure.IsPassing)
        {
            if (trouble is null) LogTrouble(log, failure);
            trouble = failure.Message;
            throw;
        }
    }

    /// <returns>Null where the process ended instead.</returns>
    async Task<PaperAnswer?> AskOneAsync(PaperOrder order, CancellationToken stop)
    {
        var worker = await workers.TakeAsync(stop);
        var isWhole = false;
        try
        {
            var answer = await worker.MakeAsync(order, patience, stop);
            isWhole = true;
            return answer;
        }
        catch (Exception ended) when (ended is IOException or JsonException)
        {
            LogEnded(log, ended.Message);
            return null;
        }
        finally
        {
            if (isWhole) workers.GiveBack(worker);
            else workers.End(worker);
        }
    }

    static byte[] Read(PaperAnswer answer) => answer.State switch
    {
        PaperState.Made => answer.Body,
        PaperState.Large => throw new PaperException(PaperProblem.TooLarge, answer.Text),
        PaperState.Picture => throw new PaperException(PaperProblem.BadPicture, answer.Text),
        _ => throw new PaperException(PaperProblem.Refused, answer.Text),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "No papers can be made")]
    static partial void LogTrouble(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A process that makes papers ended in the middle of one: {Reason}")]
    static partial void LogEnded(ILogger log, string reason);
}

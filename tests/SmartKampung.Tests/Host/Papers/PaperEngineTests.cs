using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;
using SmartKampung.Host.Papers;
using SmartKampung.Tests.Host.Storage;

namespace SmartKampung.Tests.Host.Papers;

/// <summary>The engine by itself: what hostile HTML, a kill and a missing installation do to it, and to the next paper.</summary>
public sealed class PaperEngineTests : IDisposable
{
    const int Patience = 3;

    readonly TemporaryFolder folder = new();
    readonly FakeTimeProvider clock = new();
    readonly IOptions<PaperOptions> options;
    readonly PaperWorkers workers;
    readonly PaperEngine engine;

    public PaperEngineTests()
    {
        // A way to Python that tests can take away.
        File.CreateSymbolicLink(Python, "/usr/bin/python3");
        options = Options.Create(new PaperOptions { Python = Python, Seconds = Patience, AtOnce = 2, Megabytes = 512 });
        workers = new(options, clock);
        engine = new(workers, options, new(new UnheardMeters(), workers), NullLogger<PaperEngine>.Instance);
    }

    string Python => folder.Combine("python3");

    public void Dispose()
    {
        engine.Dispose();
        workers.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Paper_reads_no_file_and_calls_nobody()
    {
        var secret = folder.Combine("rahasia.txt");
        await File.WriteAllTextAsync(secret, "SANGAT RAHASIA", Stop);
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        string[] addresses = ["file://" + secret, "http://" + listener.LocalEndpoint, "http://paper.invalid/../" + secret, "//" + listener.LocalEndpoint + "/a.png", "data:text/css,p{color:red}"];
        var html = string.Concat(addresses.Select(address =>
            $"<link rel=stylesheet href=\"{address}\"><link rel=attachment href=\"{address}\"><style>@import url({address});@font-face{{font-family:x;src:url({address})}}</style>" +
            $"<img src=\"{address}\"><object data=\"{address}\"></object><embed src=\"{address}\"><iframe src=\"{address}\"></iframe><p style=\"background:url({address});font-family:x\">ada</p>"));
        var svg = Encoding.UTF8.GetBytes($"<!DOCTYPE s [<!ENTITY e SYSTEM \"file://{secret}\">]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"99\" height=\"99\"><text y=\"9\">&e;</text><image href=\"file://{secret}\" width=\"9\" height=\"9\"/></svg>");

        using var paper = new PdfTools(await MakeAsync(html + "<img src=\"a.svg\">", ("a.svg", svg)));

        Assert.Contains("ada", await paper.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("RAHASIA", await paper.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("0 embedded files", await paper.AttachmentsAsync(), StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("nested", PaperProblem.TooLarge)]
    [InlineData("style", PaperProblem.TooSlow)]
    [InlineData("pages", PaperProblem.TooLarge)]
    public async Task What_is_too_much_is_stopped_and_the_next_paper_is_made(string what, PaperProblem problem)
    {
        var html = what switch
        {
            "nested" => string.Concat(Enumerable.Repeat("<div>", 3000)),
            "style" => $"<style>{string.Concat(Enumerable.Range(0, 3000).Select(number => $"p:nth-child({number}n) ~ p ~ p ~ p ~ p{{color:red}}"))}</style>{string.Concat(Enumerable.Repeat("<p>x", 3000))}",
            _ => string.Concat(Enumerable.Repeat("<p style=\"break-after:page\">x</p>", PaperOptions.MostPages + 1)),
        };

        Assert.Equal(problem, (await Assert.ThrowsAsync<PaperException>(() => MakeAsync(html))).Problem);
        Assert.NotEmpty(await MakeAsync("<p>lagi"));
        Assert.Null(engine.Trouble);
    }

    [Fact]
    public async Task Process_that_is_kept_waiting_is_not_the_papers_fault_and_ended_when_it_hangs()
    {
        var hasty = Options.Create(new PaperOptions { Python = Python, Seconds = 1 });
        using var impatient = new PaperEngine(workers, hasty, new(new UnheardMeters(), workers), NullLogger<PaperEngine>.Instance);
        await MakeAsync("<p>satu");
        var held = workers.ProcessIds.Single();
        using (var halt = Process.Start("kill", ["-STOP", $"{held}"])) await halt.WaitForExitAsync(Stop);

        var failure = await Assert.ThrowsAsync<PaperException>(() => impatient.MakeAsync(new("<p>dua", new Dictionary<string, byte[]>()), Stop));

        Assert.Equal((PaperProblem.EngineFailed, true), (failure.Problem, failure.IsPassing));
        Assert.DoesNotContain(held, workers.ProcessIds);
        Assert.NotEmpty(await MakeAsync("<p>tiga"));
    }

    [Fact]
    public async Task Million_nested_elements_end_and_the_next_paper_is_made()
    {
        var failure = await Assert.ThrowsAsync<PaperException>(() => MakeAsync(string.Concat(Enumerable.Repeat("<div>", 1_000_000))));

        Assert.True(failure.Problem is PaperProblem.TooLarge or PaperProblem.TooSlow or PaperProblem.EngineFailed, failure.Message);
        Assert.NotEmpty(await MakeAsync("<p>lagi"));
        Assert.Null(engine.Trouble);
    }

    [Fact]
    public async Task Picture_that_is_huge_or_none_ends_the_paper_and_is_not_left_out_in_silence()
    {
        using var bitmap = new SKBitmap(6000, 6000, SKColorType.Gray8, SKAlphaType.Opaque);
        using var huge = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        Assert.Equal(PaperProblem.TooLarge, (await Assert.ThrowsAsync<PaperException>(() => MakeAsync("<img src=a.png>", ("a.png", huge.ToArray())))).Problem);
        Assert.Equal(PaperProblem.BadPicture, (await Assert.ThrowsAsync<PaperException>(() => MakeAsync("<img src=a.png>", ("a.png", "bukan gambar"u8.ToArray())))).Problem);
    }

    [Fact]
    public async Task Paper_is_made_though_its_process_is_killed_in_the_middle()
    {
        await MakeAsync("<p>satu");
        var first = workers.ProcessIds.Single();
        var slow = MakeAsync(Long);
        Process.GetProcessById(first).Kill();

        Assert.NotEmpty(await slow);
        Assert.DoesNotContain(first, workers.ProcessIds);
    }

    [Fact]
    public async Task Fifty_at_once_are_all_made_by_as_many_processes_as_may_be()
    {
        var papers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => MakeAsync($"<p>Surat nomor {number}</p>")));

        using var last = new PdfTools(papers[^1]);
        Assert.Contains("Surat nomor 49", await last.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(50, papers.Select(Convert.ToHexString).Distinct().Count());
        Assert.InRange(workers.Count, 1, 2);
    }

    [Fact]
    public async Task Process_without_work_ends_after_a_while_and_comes_again()
    {
        await MakeAsync("<p>satu");
        clock.AdjustTime(clock.GetUtcNow().AddMinutes(6));
        workers.EndIdle();
        Assert.Equal(0, workers.Count);

        Assert.NotEmpty(await MakeAsync("<p>dua"));
    }

    [Fact]
    public async Task Missing_engine_is_told_and_papers_are_made_again_once_it_is_there()
    {
        File.Move(Python, Python + ".hilang");
        var failure = await Assert.ThrowsAsync<PaperException>(() => MakeAsync("<p>satu"));
        var told = engine.Trouble;
        File.Move(Python + ".hilang", Python);
        var made = await MakeAsync("<p>dua");

        Assert.Equal((PaperProblem.EngineMissing, true), (failure.Problem, failure.IsPassing));
        Assert.NotNull(told);
        Assert.NotEmpty(made);
        Assert.Null(engine.Trouble);
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_no_process_in_the_middle_of_a_paper()
    {
        await MakeAsync("<p>satu");
        using var stop = new CancellationTokenSource();
        var making = engine.MakeAsync(new(Long, new Dictionary<string, byte[]>()), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => making);
        Assert.NotEmpty(await MakeAsync("<p>dua"));
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static string Long => string.Concat(Enumerable.Repeat("<p>Kalimat yang panjang sekali. ", 150));

    Task<byte[]> MakeAsync(string html, params (string Name, byte[] Content)[] pictures) =>
        engine.MakeAsync(new(html, pictures.ToDictionary(picture => picture.Name, picture => picture.Content)), Stop);
}

using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Home;
using SmartKampung.Host.Papers;

namespace SmartKampung.Benchmarks;

/// <summary>A page of a letter with emblem and QR code, made by processes that run already: one after the other, then fifty in one go.</summary>
static class Letters
{
    const int Rounds = 20;
    const int Batch = 50;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var options = Options.Create(new PaperOptions());
        using var workers = new PaperWorkers(options, TimeProvider.System);
        using var engine = new PaperEngine(workers, options, new(services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), workers), NullLogger<PaperEngine>.Instance);
        var order = new PaperOrder(Html, new Dictionary<string, byte[]> { ["qr.svg"] = System.Text.Encoding.UTF8.GetBytes(QrCode.Svg("https://desa.example/tamansari-licin")) });
        await BatchAsync(engine, order);
        var times = new List<double>();
        var bytes = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            bytes = (await engine.MakeAsync(order, CancellationToken.None)).Length;
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        var batch = Stopwatch.GetTimestamp();
        await BatchAsync(engine, order);
        return
        [
            new("a letter", $"{Table.Median(times):0.000} s, {bytes / 1024.0:0} KB", "0.12 s, under 150 KB"),
            new($"{Batch} in one go", $"{Stopwatch.GetElapsedTime(batch).TotalSeconds:0.0} s", "under 15 s with numbers and signatures"),
        ];
    }

    static Task<byte[][]> BatchAsync(PaperEngine engine, PaperOrder order) => Task.WhenAll(Enumerable.Range(0, Batch).Select(_ => engine.MakeAsync(order, CancellationToken.None)));

    static string Html => $"<!DOCTYPE html><html lang=id><meta charset=utf-8><title>Surat</title><style>@page{{size:215mm 330mm;margin:20mm}}html{{font:12pt 'Liberation Serif'}}</style>" +
        $"<h1>Surat Keterangan</h1>{string.Concat(Enumerable.Repeat("<p>Yang bertanda tangan di bawah ini menerangkan dengan sebenarnya bahwa yang namanya tersebut adalah penduduk desa kami.</p>", 6))}" +
        $"<table>{string.Concat(Enumerable.Repeat("<tr><th>Nama<td>Siti Aminah", 10))}</table><p><b>Kepala Desa</b><p><i>Tamansari</i><p><img src=qr.svg width=90 height=90 alt=''>";
}

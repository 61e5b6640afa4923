namespace SmartKampung.Benchmarks;

/// <summary>Memory over time, as a plot and as a slope.</summary>
sealed class MemoryCurve
{
    const int Lines = 30;
    const int Width = 60;
    readonly List<(double Minute, double Megabytes)> samples = [];

    public double Last => samples[^1].Megabytes;

    /// <summary>Megabytes an hour by least squares, over all but the first third, in which caches fill.</summary>
    double Slope
    {
        get
        {
            var warm = samples[(samples.Count / 3)..];
            var (minute, megabytes) = (warm.Average(sample => sample.Minute), warm.Average(sample => sample.Megabytes));
            var spread = warm.Sum(sample => Math.Pow(sample.Minute - minute, 2));
            return spread == 0 ? 0 : 60 * warm.Sum(sample => (sample.Minute - minute) * (sample.Megabytes - megabytes)) / spread;
        }
    }

    public void Add(double minute, double megabytes) => samples.Add((minute, megabytes));

    public void Print()
    {
        var most = samples.Max(sample => sample.Megabytes);
        Console.WriteLine();
        foreach (var part in samples.Chunk(Math.Max(1, (samples.Count + Lines - 1) / Lines)))
        {
            var megabytes = part.Average(sample => sample.Megabytes);
            Console.WriteLine($"{part[0].Minute,4} min {megabytes,6:0.0} MB  {new string('#', (int)(Width * megabytes / most))}");
        }

        Console.WriteLine($"slope after warm-up: {Slope:+0.0;-0.0;0.0} MB an hour, {samples.Min(sample => sample.Megabytes):0.0} to {most:0.0} MB");
    }
}

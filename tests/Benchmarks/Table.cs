namespace SmartKampung.Benchmarks;

/// <summary>One line of a table: what was measured, how it came out, what it should be.</summary>
sealed record Row(string What, string Result, string Goal);

static class Table
{
    public static void Print(string title, IEnumerable<Row> rows)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        foreach (var row in rows) Console.WriteLine($"  {row.What,-34} {row.Result,28}   {row.Goal}");
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

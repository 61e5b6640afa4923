namespace SmartKampung.Host.Villages;

/// <summary>How many letters have to be typed, left out, changed or swapped with their neighbour to make one word of another.</summary>
static class EditDistance
{
    public const int MaxLength = 64;

    /// <summary>The distance, or limit + 1 where it is more than the limit.</summary>
    public static int Within(int limit, ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > MaxLength || b.Length > MaxLength || Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        Span<int> older = stackalloc int[b.Length + 1];
        Span<int> above = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            if (FillRow(i, a, b, older, above, row) > limit) return limit + 1;
            var free = older;
            older = above;
            above = row;
            row = free;
        }

        return Math.Min(above[b.Length], limit + 1);
    }

    static int FillRow(int i, ReadOnlySpan<char> a, ReadOnlySpan<char> b, Span<int> older, Span<int> above, Span<int> row)
    {
        row[0] = i;
        var least = i;
        for (var j = 1; j <= b.Length; j++)
        {
            row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], older[j - 2] + 1);
            least = Math.Min(least, row[j]);
        }

        return least;
    }
}

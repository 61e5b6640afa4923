namespace SmartKampung.Letters.District;

/// <summary>How letters stand in a part of what the present person sees.</summary>
/// <param name="Name">The district's, or the village's.</param>
/// <param name="Open">How many are under way.</param>
/// <param name="Late">Of these, how many wait for a step that is past its time.</param>
/// <param name="Done">How many were finished this month.</param>
/// <param name="InTime">Of these, the share within the promised time, in hundredths; null where none was finished.</param>
sealed record AreaFigures(string Name, int Open, int Late, int Done, int? InTime)
{
    public static AreaFigures Of(string name, IEnumerable<LetterFigure> figures, DateOnly month, DateTimeOffset now)
    {
        var (open, done) = (figures.Where(figure => figure.IsOpen).ToList(), figures.Where(figure => figure.DoneOn >= month).ToList());
        return new(name, open.Count, open.Count(figure => figure.DueAt <= now), done.Count, done.Count == 0 ? null : (int)Math.Round(100m * done.Count(figure => figure.WasInTime) / done.Count));
    }
}

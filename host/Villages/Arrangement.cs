namespace SmartKampung.Host.Villages;

/// <summary>Puts parts into the order that a village chose.</summary>
static class Arrangement
{
    /// <summary>All parts that there are: the chosen ones as chosen, each other one behind the part that it follows by itself.</summary>
    /// <param name="chosen">The village's order; parts in it that are gone are left out.</param>
    /// <param name="present">The parts that there are now, in the order that they have by themselves.</param>
    public static IReadOnlyList<ArrangedPart> Of(IReadOnlyList<ArrangedPart> chosen, IReadOnlyList<string> present)
    {
        List<ArrangedPart> arranged = [.. chosen.Where(part => present.Contains(part.Key)).DistinctBy(part => part.Key)];
        for (var i = 0; i < present.Count; i++)
            if (!arranged.Exists(part => part.Key == present[i]))
                arranged.Insert(i == 0 ? 0 : arranged.FindIndex(part => part.Key == present[i - 1]) + 1, new(present[i], IsHidden: false));
        return arranged;
    }

    /// <summary>The order after one part was moved by a step, or shown or hidden for a step of 0.</summary>
    public static IReadOnlyList<ArrangedPart> Moved(IReadOnlyList<ArrangedPart> parts, string key, int step)
    {
        List<ArrangedPart> moved = [.. parts];
        var position = moved.FindIndex(part => part.Key == key);
        if (position < 0) return parts;
        var part = moved[position];
        moved.RemoveAt(position);
        moved.Insert(Math.Clamp(position + step, 0, moved.Count), step == 0 ? part with { IsHidden = !part.IsHidden } : part);
        return moved;
    }
}

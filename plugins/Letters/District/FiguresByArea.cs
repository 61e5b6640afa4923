namespace SmartKampung.Letters.District;

/// <summary>The figures of letters by district, or by village for who sees one district.</summary>
sealed class FiguresByArea(IDocumentSession session, IVillagesInSight villages, TimeProvider clock)
{
    /// <summary>How many requests the districts decided on since the month began.</summary>
    public Task<int> CountDecidedAsync(CancellationToken stop)
    {
        var (month, districts) = (Month, Districts);
        return session.Query<LetterFigure>().Where(figure => districts.Contains(figure.District) && figure.DecidedOn >= month).CountAsync(stop);
    }

    /// <summary>Those in which a letter is under way or was finished this month.</summary>
    public async Task<IReadOnlyList<AreaFigures>> ListAsync(CancellationToken stop)
    {
        var (month, now, districts) = (Month, clock.GetUtcNow(), Districts);
        var counted = await session.Query<LetterFigure>().Where(figure => districts.Contains(figure.District) && (figure.IsOpen || figure.DoneOn >= month)).ToListAsync(stop);
        var names = districts.Count > 1 ? villages.Districts.ToDictionary(district => district.Code, district => district.Name) : villages.All.ToDictionary(village => village.Code, village => village.Name);
        return
        [
            .. from area in counted.GroupBy(figure => districts.Count > 1 ? figure.District : figure.Village)
               where names.ContainsKey(area.Key)
               select AreaFigures.Of(names[area.Key], area, month, now) into figures
               orderby figures.Name
               select figures,
        ];
    }

    List<string> Districts => [.. villages.Districts.Select(district => district.Code)];

    /// <summary>The first day of this month, by the clock of these villages.</summary>
    DateOnly Month
    {
        get
        {
            var zone = villages.All.Count > 0 ? villages.All[0].TimeZone : TimeZoneInfo.Utc;
            var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);
            return new(today.Year, today.Month, 1);
        }
    }
}

using System.Globalization;
using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Backups;

/// <summary>
/// Which backups of a village are kept: the last one of each of so many days, weeks and months, what people made for a month, and in any
/// case the newest that is whole. What only its maker can open takes nobody's place.
/// </summary>
sealed class Retention(IOptions<BackupOptions> options, BackupRecords records, BackupFolder folder, TimeProvider clock)
{
    static readonly TimeSpan MadeByPeople = TimeSpan.FromDays(30);

    public async Task RunAsync(Guid village, TimeZoneInfo zone, CancellationToken stop)
    {
        var all = await records.OfAsync(village, stop);
        var session = records.OpenSession();
        foreach (var surplus in Surplus(all, zone))
        {
            if (surplus.File.Length > 0) File.Delete(folder.PathOf(surplus.File));
            if (surplus.File.Length > 0) session.Store(surplus with { IsRemoved = true });
            else session.Delete(surplus);
        }

        await session.SaveChangesAsync(stop);
    }

    /// <param name="all">A village's backups, newest first.</param>
    /// <param name="zone">The time zone of its days.</param>
    public IReadOnlyList<BackupRecord> Surplus(IReadOnlyList<BackupRecord> all, TimeZoneInfo zone)
    {
        var whole = all.Where(made => made is { IsVerified: true, HasOwnPassphrase: false }).ToList();
        var young = clock.GetUtcNow() - MadeByPeople;
        var kept = Last(whole, options.Value.Daily, day => day.DayNumber)
            .Concat(Last(whole, options.Value.Weekly, day => (ISOWeek.GetYear(day) * 100) + ISOWeek.GetWeekOfYear(day)))
            .Concat(Last(whole, options.Value.Monthly, day => (day.Year * 100) + day.Month))
            .Concat(whole.Take(1))
            .Concat(all.Where(made => made.MadeAt >= young && (made.HasOwnPassphrase || made.Cause != BackupCause.Schedule || !made.IsVerified)))
            .Select(made => made.Id).ToHashSet();
        return [.. all.Where(made => !kept.Contains(made.Id))];

        IEnumerable<BackupRecord> Last(List<BackupRecord> made, int count, Func<DateOnly, int> period) =>
            made.DistinctBy(one => period(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(one.MadeAt, zone).DateTime))).Take(count);
    }
}

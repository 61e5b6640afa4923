using System.Globalization;

namespace SmartKampung.Host.Backups;

/// <summary>Backups as a console shows them.</summary>
sealed class BackupList(BackupRecords records, BackupFolder folder, BackupWork work, BackupAlarm alarm)
{
    const double Megabyte = 1024 * 1024;

    public bool IsAlarmedIn(Guid village) => alarm.ConcernsVillage(village);

    public async Task<IReadOnlyList<BackupRow>> OfAsync(Guid village, string language, CancellationToken stop) =>
        [.. (await records.OfAsync(village, stop)).Select(made => RowOf(made, language))];

    public BackupRow RowOf(BackupRecord made, string language)
    {
        var megabytes = Math.Max(0.1, made.Bytes / Megabyte).ToString("0.0", CultureInfo.InvariantCulture);
        var size = made.File.Length == 0 ? "" : (language == "en" ? megabytes : megabytes.Replace('.', ',')) + " MB";
        return new(made.Id, made.MadeAt, made.Cause.ToString().ToLowerInvariant(), StateOf(made), size, made.IsSealed, made.Documents, made.Files);
    }

    /// <summary>What is under way, or how the last work failed; null otherwise.</summary>
    public WorkRow? WorkOf(Guid village, string language) => work.Of(village) is not { } state || (state.IsDone && state.Failure is null)
        ? null
        : new(state.Kind.ToString().ToLowerInvariant(), (int)(state.Part * 100), state.Failure?.In(language));

    string StateOf(BackupRecord made) => made switch
    {
        { File.Length: 0 } => "failed",
        _ when !File.Exists(folder.PathOf(made.File)) => "missing",
        { IsVerified: true } => "whole",
        _ => "damaged",
    };
}

/// <param name="Id">Of its record.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Cause">schedule, person or beforerestore.</param>
/// <param name="State">whole, damaged, missing, or failed.</param>
/// <param name="Size">In megabytes, as it is written.</param>
/// <param name="IsSealed">Whether it is encrypted.</param>
/// <param name="Documents">How many.</param>
/// <param name="Files">How many.</param>
sealed record BackupRow(Guid Id, DateTimeOffset MadeAt, string Cause, string State, string Size, bool IsSealed, int Documents, int Files)
{
    /// <summary>Whether there is a file to take away or to put back.</summary>
    public bool IsUsable => State is "whole";
}

/// <param name="Kind">backup or restore.</param>
/// <param name="Percent">How much is done.</param>
/// <param name="Failure">Why it failed, or null while it is under way.</param>
sealed record WorkRow(string Kind, int Percent, string? Failure);

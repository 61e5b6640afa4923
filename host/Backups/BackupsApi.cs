using System.Text;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Archives;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>Backups for whoever runs the host, by the administrator key.</summary>
static class BackupsApi
{
    const string Binary = "application/octet-stream";
    public const string PassphraseHeader = "Backup-Passphrase";
    const long MaxBody = 1024L * 1024 * 1024 * 1024;

    public static void MapBackupsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/backups").WithTags("Backups").RequireAdministrator();
        api.MapGet("/", ListLatest).WithName("ListLatestBackups").WithSummary("The last backup of each village, and what is wrong with backups.").Produces<LatestBackups>();
        api.MapPost("/", StartAll).WithName("BackUpAll").WithSummary("Backs up every village that has anything.").Produces<WorkView>(StatusCodes.Status202Accepted);
        api.MapGet("/work", (BackupWork work, HttpContext context) => Show(work.Of(BackupWork.All), context)).WithName("ShowBackupOfAll").WithSummary("How far the backup of all villages is.").Produces<WorkView>();
        api.MapPost("/restore", Restore).WithName("RestoreBackup").WithMetadata(new RequestLimit(MaxBody)).Accepts<byte[]>(Binary).Produces<RestoredBackup>()
            .WithSummary($"Restores a backup, all or nothing; code rehearses under another code, trial only tells. {PassphraseHeader} is the passphrase in base64.");

        var village = app.MapGroup("/api/villages/{code}/backups").AddEndpointFilter(PresentCode.Filter).WithTags("Backups").RequireAdministrator();
        village.MapGet("/", List).WithName("ListBackups").WithSummary("The village's backups, newest first.").Produces<BackupView[]>();
        village.MapPost("/", Start).WithName("BackUp").WithSummary("Backs the village up.").Produces<WorkView>(StatusCodes.Status202Accepted);
        village.MapGet("/work", (string code, BackupWork work, VillageRegistry villages, HttpContext context) => Show(work.Of(villages.FindByCode(code)!.Id), context))
            .WithName("ShowBackupWork").WithSummary("How far the village's backup or restore is.").Produces<WorkView>();
        village.MapGet("/{id:guid}", Download).WithName("DownloadBackup").WithSummary("The backup's file.").Produces(StatusCodes.Status200OK, contentType: Binary);
    }

    static async Task<IResult> ListLatest(BackupRecords records, BackupAlarm alarm, VillageRegistry villages, CancellationToken stop)
    {
        var latest = await records.LatestAsync(stop);
        return ApiJson.Ok(new LatestBackups([.. alarm.Reasons], [.. from village in villages.Villages.All where latest.ContainsKey(village.Id) select BackupView.Of(latest[village.Id], village.Code)]));
    }

    static IResult StartAll(BackupWork work, ScheduledBackups backups, HttpContext context) =>
        Started(work, BackupWork.All, "/api/backups/work", (tell, stop) => backups.RunAllAsync(tell, stop), context);

    static async Task<IResult> List(string code, BackupRecords records, VillageRegistry villages, CancellationToken stop) =>
        ApiJson.Ok((await records.OfAsync(villages.FindByCode(code)!.Id, stop)).Select(made => BackupView.Of(made, code)).ToArray());

    static IResult Start(string code, HttpContext context, BackupWork work, MakeBackup backups, BackupFolder folder, VillageRegistry villages)
    {
        var (village, passphrase) = (villages.FindByCode(code)!, PassphraseOf(context));
        return Started(work, village.Id, $"/api/villages/{village.Code}/backups/work",
            (tell, stop) => backups.RunAsync(village, BackupCause.Person, passphrase ?? folder.Passphrase(), tell, stop), context);
    }

    static async Task<IResult> Download(string code, Guid id, BackupRecords records, BackupFolder folder, VillageRegistry villages, CancellationToken stop) =>
        await records.FindAsync(villages.FindByCode(code)!.Id, id, stop) is { } made && File.Exists(folder.PathOf(made.File))
            ? Results.File(folder.PathOf(made.File), Binary, made.File)
            : Results.NotFound();

    static async Task<IResult> Restore(
        HttpContext context, RestoreBackup restore, CancellationToken stop, string? code = null, bool? roles = null, bool trial = false)
    {
        await using var file = TemporaryFile.Create();
        await context.Request.Body.CopyToAsync(file, stop);
        await file.FlushAsync(stop);
        var order = new RestoreOrder(file.Name, PassphraseOf(context), code is { Length: > 0 } ? code : null, roles, trial);
        try
        {
            return ApiJson.Ok(await restore.RunAsync(order, _ => { }, stop));
        }
        catch (BackupException refusal)
        {
            return Refused(refusal.Told, context);
        }
    }

    static IResult Started(BackupWork work, Guid village, string address, Func<Action<double>, CancellationToken, Task> run, HttpContext context) =>
        work.TryStart(village, WorkKind.Backup, run)
            ? ApiJson.Accepted(address, WorkView.Of(work.Of(village)!, RequestLanguage.Of(context)))
            : Refused(BackupMessages.Busy, context, StatusCodes.Status409Conflict);

    static IResult Show(WorkState? state, HttpContext context) => state is null ? Results.NotFound() : ApiJson.Ok(WorkView.Of(state, RequestLanguage.Of(context)));

    static IResult Refused(LocalText why, HttpContext context, int status = StatusCodes.Status422UnprocessableEntity) =>
        Results.Problem(title: why.In(RequestLanguage.Of(context)), statusCode: status);

    static string? PassphraseOf(HttpContext context)
    {
        var sent = context.Request.Headers[PassphraseHeader].ToString();
        var bytes = new byte[sent.Length];
        return sent.Length > 0 && Convert.TryFromBase64String(sent, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }
}

/// <param name="Alarms">What is wrong with backups now.</param>
/// <param name="Backups">The last whole backup of each village that has one.</param>
sealed record LatestBackups(IReadOnlyList<string> Alarms, IReadOnlyList<BackupView> Backups);

/// <summary>A backup as the API tells it.</summary>
sealed record BackupView(Guid Id, string Village, DateTimeOffset MadeAt, BackupCause Cause, string File, long Bytes, bool Sealed, bool Verified, int Documents, int Files, string? Failure)
{
    public static BackupView Of(BackupRecord made, string code) =>
        new(made.Id, code, made.MadeAt, made.Cause, made.File, made.Bytes, made.IsSealed, made.IsVerified, made.Documents, made.Files, made.Failure);
}

/// <param name="Kind">What is done.</param>
/// <param name="Done">Whether it has ended.</param>
/// <param name="Part">How much is done, from 0 to 1.</param>
/// <param name="Failure">Why it failed, or null.</param>
sealed record WorkView(WorkKind Kind, bool Done, double Part, string? Failure)
{
    public static WorkView Of(WorkState state, string language) => new(state.Kind, state.IsDone, state.IsDone ? 1 : state.Part, state.Failure?.In(language));
}

using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>A village's backups in its console: made, taken away as a file, and put back.</summary>
static class ManageBackups
{
    const string Backups = "/kelola/cadangan";

    public static void MapBackups(this IEndpointRouteBuilder console)
    {
        console.MapGet("/cadangan", (HttpContext context, BackupList list, CancellationToken stop) => ViewAsync(context, list, Form.Empty<UploadedBackup>(), stop)).RequirePermission(HostPermissions.Backups);
        console.MapPost("/cadangan", StartAsync).RequirePermission(HostPermissions.Backups);
        console.MapPost("/cadangan/{id:guid}/unduh", DownloadAsync).RequirePermission(HostPermissions.Backups);
        console.MapUploadedBackups();
        console.MapRestores();
    }

    public static async Task<Page> ViewAsync(HttpContext context, BackupList list, Form<UploadedBackup> form, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        return Page.View("console-backups", new
        {
            backups = await list.OfAsync(village.Id, RequestLanguage.Of(context), stop),
            work = list.WorkOf(village.Id, RequestLanguage.Of(context)),
            alarm = list.IsAlarmedIn(village.Id),
            may_change = Rights.HoldsToChange(context, HostPermissions.Backups),
        }, form);
    }

    static async Task<Page> StartAsync(
        Form<Confirmation> form, HttpContext context, BackupList list, BackupWork work, MakeBackup backups, BackupFolder folder, VillageRegistry villages, CancellationToken stop)
    {
        var village = villages.Find(PresentVillage.Of(context)!.Id)!;
        if (work.TryStart(village.Id, WorkKind.Backup, (tell, end) => backups.RunAsync(village, BackupCause.Person, folder.Passphrase(), tell, end)))
            return Page.SeeOther(Backups, message: "console.backup.begun");
        var refused = new Form<UploadedBackup>(null, isFilled: true, new Dictionary<string, string>());
        refused.AddError("", BackupMessages.Busy.In(RequestLanguage.Of(context)));
        return await ViewAsync(context, list, refused, stop);
    }

    /// <summary>Asked for by a form, so that no link leads anybody to a file of everything, and who only reads gets none.</summary>
    static async Task<IResult> DownloadAsync(Guid id, HttpContext context, BackupRecords records, BackupFolder folder, AuditLog log, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        if (await records.FindAsync(village.Id, id, stop) is not { } made || !File.Exists(folder.PathOf(made.File))) return Page.NotFound();
        await log.NoteAsync("backup.download", village.Id, stop);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(folder.PathOf(made.File), "application/octet-stream", made.File);
    }
}

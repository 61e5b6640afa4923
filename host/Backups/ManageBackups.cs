using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>A village's backups in its console: made, taken away as a file, and put back.</summary>
static class ManageBackups
{
    const string Backups = "/kelola/cadangan";

    public static void MapBackups(this IEndpointRouteBuilder console)
    {
        console.MapGet("/cadangan", (HttpContext context, BackupList list, CancellationToken stop) => ViewAsync(context, list, Form.Empty<BackupForms>(), stop)).RequirePermission(HostPermissions.Backups);
        console.MapPost("/cadangan", StartAsync).RequirePermission(HostPermissions.Backups);
        console.MapPost("/cadangan/{id:guid}/unduh", DownloadAsync).RequirePermission(HostPermissions.Backups);
        console.MapUploadedBackups();
        console.MapRestores();
    }

    public static async Task<Page> ViewAsync(HttpContext context, BackupList list, Form<BackupForms> form, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        return Page.View("console-backups", new
        {
            backups = await list.OfAsync(village.Id, RequestLanguage.Of(context), stop),
            work = list.WorkOf(village.Id, RequestLanguage.Of(context)),
            alarm = list.IsAlarmedIn(village.Id),
            asks_passphrase = !form.IsValid,
            may_change = Rights.HoldsToChange(context, HostPermissions.Backups),
        }, form);
    }

    static async Task<Page> StartAsync(
        Form<BackupForms> form, HttpContext context, BackupList list, BackupWork work, MakeBackup backups, BackupFolder folder, VillageRegistry villages, TextLibrary texts, CancellationToken stop)
    {
        var village = villages.Find(PresentVillage.Of(context)!.Id)!;
        if (form.IsValid && form.Value.Passphrase != form.Value.PassphraseAgain) form.AddError("passphrase_again", texts.For(PageOwner.Host.Id, context)["backup.passphrase.differs"]);
        if (form.IsValid && TryStart(village, form.Value.Passphrase, work, backups, folder)) return Page.SeeOther(Backups, message: "console.backup.begun");
        if (form.IsValid) form.AddError("", BackupMessages.Busy.In(RequestLanguage.Of(context)));
        return await ViewAsync(context, list, form, stop);
    }

    /// <summary>A passphrase that somebody chose seals this one file, and is known to nobody once it is made.</summary>
    static bool TryStart(VillageEntry village, string? chosen, BackupWork work, MakeBackup backups, BackupFolder folder) => work.TryStart(
        village.Id, WorkKind.Backup,
        (tell, end) => backups.RunAsync(village, BackupCause.Person, chosen ?? folder.Passphrase(), tell, end));

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

/// <summary>The fields of the page's two forms.</summary>
/// <param name="Passphrase">Seals the backup that is made now; null for the host's own way.</param>
/// <param name="PassphraseAgain">The same, so that no slip of the hand locks everybody out.</param>
/// <param name="File">A backup that was taken away.</param>
sealed record BackupForms(
    [StringLength(1000, MinimumLength = 10), DataType(DataType.Password), Display(Name = "backup_passphrase")] string? Passphrase,
    [StringLength(1000), DataType(DataType.Password), Display(Name = "backup_passphrase_again")] string? PassphraseAgain,
    [Display(Name = "backup_file")] IFormFile? File);

using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>Puts a village back to one of its backups, after a question that tells what is lost.</summary>
static class ManageRestores
{
    public static void MapRestores(this IEndpointRouteBuilder console)
    {
        console.MapGet("/cadangan/{id:guid}/pulihkan", AskAsync).RequirePermission(HostPermissions.Backups);
        console.MapPost("/cadangan/{id:guid}/pulihkan", StartAsync).RequirePermission(HostPermissions.Backups);
    }

    static Task<Page> AskAsync(Guid id, HttpContext context, BackupRecords records, BackupFolder folder, BackupList list, VillageMarks marks, CancellationToken stop) =>
        ViewAsync(id, context, records, folder, list, marks, Form.Empty<RestoreConfirmation>(), stop);

    static async Task<Page> StartAsync(
        Guid id, Form<RestoreConfirmation> form, HttpContext context, BackupRecords records, BackupFolder folder, BackupList list, VillageMarks marks, BackupWork work,
        RestoreBackup restore, TextLibrary texts, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        if (await UsableAsync(id, village, records, folder, stop) is not { } made) return Page.NotFound();
        var (file, passphrase) = (folder.PathOf(made.File), form.IsValid && NeedsPassphrase(made, folder) ? form.Value.Passphrase : OwnPassphrase(made, folder));
        Check(form, village, made, file, passphrase, texts.For(PageOwner.Host.Id, context), RequestLanguage.Of(context));
        if (form.IsValid && work.TryStart(village.Id, WorkKind.Restore, (tell, end) => restore.RunAsync(new(file, passphrase, IsBegun: true), tell, end)))
            return Page.SeeOther("/kelola/cadangan", message: "console.restore.begun");
        if (form.IsValid) form.AddError("", BackupMessages.Busy.In(RequestLanguage.Of(context)));
        return await ViewAsync(id, context, records, folder, list, marks, form, stop);
    }

    static void Check(Form<RestoreConfirmation> form, Village village, BackupRecord made, string file, string? passphrase, ITexts texts, string language)
    {
        if (!form.IsValid) return;
        if (!string.Equals(form.Value.Village, village.Name, StringComparison.OrdinalIgnoreCase)) form.AddError("village", texts["console.restore.other_name", village.Name]);
        if (!made.IsSealed) return;
        if (string.IsNullOrEmpty(passphrase)) form.AddError("passphrase", BackupMessages.NeedsPassphrase.In(language));
        else if (!BackupReader.IsOpenedBy(file, passphrase)) form.AddError("passphrase", BackupMessages.WrongPassphrase.In(language));
    }

    static async Task<Page> ViewAsync(
        Guid id, HttpContext context, BackupRecords records, BackupFolder folder, BackupList list, VillageMarks marks, Form<RestoreConfirmation> form, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        if (await UsableAsync(id, village, records, folder, stop) is not { } made) return Page.NotFound();
        return Page.View("console-restore", new
        {
            backup = list.RowOf(made, RequestLanguage.Of(context)),
            has_changed = (await marks.AllAsync(stop))(village.Id) != made.Mark,
            needs_passphrase = NeedsPassphrase(made, folder),
        }, form);
    }

    static async Task<BackupRecord?> UsableAsync(Guid id, Village village, BackupRecords records, BackupFolder folder, CancellationToken stop) =>
        await records.FindAsync(village.Id, id, stop) is { } made && File.Exists(folder.PathOf(made.File)) ? made : null;

    static bool NeedsPassphrase(BackupRecord made, BackupFolder folder) => made.IsSealed && OwnPassphrase(made, folder) is null;

    /// <summary>The host's own, where it opens the backup.</summary>
    static string? OwnPassphrase(BackupRecord made, BackupFolder folder) =>
        made.IsSealed && folder.Passphrase() is { } own && BackupReader.IsOpenedBy(folder.PathOf(made.File), own) ? own : null;
}

/// <summary>What must be typed before all that a village has is replaced.</summary>
sealed record RestoreConfirmation(
    [Required, StringLength(100), Display(Name = "restore_village")] string Village, [StringLength(1000), DataType(DataType.Password), Display(Name = "restore_passphrase")] string? Passphrase = null);

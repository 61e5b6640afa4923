using System.Security.Cryptography;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>
/// Brings back a file that was taken away. Only what this host made of this village is taken: whoever could bring in any other file could
/// give roles and pages that nobody here may give. Files from elsewhere are restored by who runs the host, on the command line.
/// </summary>
static class UploadBackup
{
    const long Largest = 1024L * 1024 * 1024 * 64;

    public static void MapUploadedBackups(this IEndpointRouteBuilder console) => console.MapPost("/cadangan/unggah", HandleAsync)
        .WithMetadata(new RequestLimit(Largest)).WithFormOptions(multipartBodyLengthLimit: Largest).RequirePermission(HostPermissions.Backups);

    static async Task<Page> HandleAsync(Form<BackupForms> form, HttpContext context, BackupList list, BackupRecords records, BackupFolder folder, TextLibrary texts, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        if (!form.IsValid || form.Value.File is not { } file) return await ManageBackups.ViewAsync(context, list, WithoutFile(form, context, texts), stop);
        await using var content = file.OpenReadStream();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
        if (await records.FindAsync(village.Id, hash, stop) is { } made)
        {
            await BringBackAsync(made, content, records, folder, stop);
            return Page.SeeOther($"/kelola/cadangan/{made.Id}/pulihkan");
        }

        form.AddError("file", BackupMessages.NotMadeHere.In(RequestLanguage.Of(context)));
        return await ManageBackups.ViewAsync(context, list, form, stop);
    }

    static Form<BackupForms> WithoutFile(Form<BackupForms> form, HttpContext context, TextLibrary texts)
    {
        if (form.IsValid) form.AddError("file", texts.For(PageOwner.Host.Id, context)["backup_file.missing"]);
        return form;
    }

    static async Task BringBackAsync(BackupRecord made, Stream content, BackupRecords records, BackupFolder folder, CancellationToken stop)
    {
        if (!File.Exists(folder.PathOf(made.File)))
        {
            folder.Demand(made.Bytes);
            await using var file = folder.Create(made.File);
            content.Position = 0;
            await content.CopyToAsync(file, stop);
            folder.Keep(file, made.File);
        }

        if (made.IsRemoved || !made.IsVerified) await records.SaveAsync(made with { IsRemoved = false }, stop);
    }
}

using System.ComponentModel.DataAnnotations;
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

    static async Task<Page> HandleAsync(Form<UploadedBackup> form, HttpContext context, BackupList list, BackupRecords records, BackupFolder folder, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        if (!form.IsValid) return await ManageBackups.ViewAsync(context, list, form, stop);
        await using var content = form.Value.File.OpenReadStream();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
        if (await records.FindAsync(village.Id, hash, stop) is { } made)
        {
            await BringBackAsync(made, content, records, folder, stop);
            return Page.SeeOther($"/kelola/cadangan/{made.Id}/pulihkan");
        }

        form.AddError("file", BackupMessages.NotMadeHere.In(RequestLanguage.Of(context)));
        return await ManageBackups.ViewAsync(context, list, form, stop);
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

/// <summary>A file of the village's own backups.</summary>
sealed record UploadedBackup([Required, Display(Name = "backup_file")] IFormFile File);

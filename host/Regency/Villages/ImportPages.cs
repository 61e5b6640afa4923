using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages.Import;

namespace SmartKampung.Host.Regency;

/// <summary>Importing villages from CSV: the file is checked first, each line's fate told, and only then used. Using it again changes nothing.</summary>
static class ImportPages
{
    const string Path = "/kelola/desa/impor";
    const int MostTold = 200;

    public static void MapImport(this IEndpointRouteBuilder console)
    {
        console.MapGet("/desa/impor", () => AskView(Form.Empty<ImportedFile>())).RequirePermission(HostPermissions.ChangeVillages);
        console.MapPost("/desa/impor", CheckAsync).RequirePermission(HostPermissions.ChangeVillages);
        console.MapPost("/desa/impor/{id:guid}", RunAsync).RequirePermission(HostPermissions.ChangeVillages);
    }

    static Page AskView(Form form) => Page.View("regency-import", new { }, form);

    static async Task<Page> CheckAsync(Form<ImportedFile> form, ImportVillages import, UploadedFiles files, HttpContext context, CancellationToken stop)
    {
        if (!form.IsValid) return AskView(form);
        await using var sent = form.Value.File.OpenReadStream();
        var plan = import.Check(sent);
        var id = plan.Result.Errors.Count == 0 ? await files.KeepAsync(form.Value.File, stop) : (Guid?)null;
        return View(plan.Result, plan.Rows, id, context);
    }

    static async Task<Page> RunAsync(Guid id, Form<Confirmation> form, ImportVillages import, UploadedFiles files, HttpContext context, TextLibrary texts, CancellationToken stop)
    {
        ImportResult result;
        await using (var file = files.Open(id))
        {
            if (file is null)
            {
                var again = new Form<ImportedFile>(null, isFilled: true, new Dictionary<string, string>());
                again.AddError("", texts.For(PageOwner.Host.Id, context)["regency.import.gone"]);
                return AskView(again);
            }

            result = await import.RunAsync(file, stop);
        }

        if (result.Errors.Count > 0) return View(result, [], null, context);
        files.Drop(id);
        return Page.SeeOther(ManageVillages.Path, message: "regency.import.done");
    }

    static Page View(ImportResult result, IReadOnlyList<PlannedRow> rows, Guid? id, HttpContext context)
    {
        var language = RequestLanguage.Of(context);
        return Page.View("regency-import-check", new
        {
            id = id?.ToString(),
            added = result.Added,
            changed = result.Changed,
            unchanged = result.Unchanged,
            errors = result.Errors.Select(error => new { row = error.Row, column = error.Column, message = error.Message.In(language) }).ToArray(),
            rows = rows.Where(row => row.State != PlannedState.Same).Take(MostTold).ToArray(),
            more = rows.Count(row => row.State != PlannedState.Same) - MostTold,
        });
    }
}

/// <summary>A file of villages.</summary>
sealed record ImportedFile([Required, Display(Name = "import.file")] IFormFile File);

using System.Globalization;
using System.Text;
using CsvHelper;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Audit;

/// <summary>The village's audit log: who did what and when, as a table to take away, and whether it is whole.</summary>
static class ShowRecords
{
    const int PageSize = 30;
    const int MostRows = 10_000;

    public static void MapRecords(this IEndpointRouteBuilder console)
    {
        console.MapGet("/catatan", ShowAsync).RequirePermission(HostPermissions.Records);
        console.MapGet("/catatan/unduh", DownloadAsync).RequirePermission(HostPermissions.Records);
        console.MapGet("/catatan/periksa", VerifyAsync).RequirePermission(HostPermissions.Records);
    }

    static async Task<Page> ShowAsync(HttpContext context, AuditLog log, People people, IModuleCatalog modules, TextLibrary texts, CancellationToken stop)
    {
        var (village, query, view) = (PresentVillage.Of(context)!, RecordsQuery.Of(context.Request), new RecordsView(texts, context));
        var entries = await log.OfVillageAsync(village.Id, query.In(village.TimeZone), (query.Page - 1) * PageSize, PageSize + 1, stop);
        return Page.View("console-records", new
        {
            entries = entries.Take(PageSize).Select(view.Of).ToArray(),
            query,
            people = (await people.OfAsync(village, stop)).DistinctBy(person => person.Account).Select(person => new { id = person.Account.ToString(), name = person.Name }).ToArray(),
            modules = modules.Modules.Select(module => new { id = module.Id, name = module.Name.In(RequestLanguage.Of(context)) }).ToArray(),
            newer = query.Page > 1 ? query.At(query.Page - 1) : null,
            older = entries.Count > PageSize ? query.At(query.Page + 1) : null,
            all = query.At(1),
        });
    }

    static async Task<IResult> DownloadAsync(HttpContext context, AuditLog log, TextLibrary texts, CancellationToken stop)
    {
        var (village, view) = (PresentVillage.Of(context)!, new RecordsView(texts, context));
        var entries = await log.OfVillageAsync(village.Id, RecordsQuery.Of(context.Request).In(village.TimeZone), 0, MostRows, stop);
        await log.NoteAsync("audit.download", village.Id, stop);
        return Results.Bytes(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Csv(entries, view, village.TimeZone))).ToArray(), "text/csv; charset=utf-8", $"catatan-{village.Code}.csv");
    }

    /// <summary>What a spreadsheet would take for a formula is written as text.</summary>
    static string Csv(IReadOnlyList<AuditEntry> entries, RecordsView view, TimeZoneInfo zone)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(written, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteHeader(["number", "time", "who", "roles", "address", "what"]);
            foreach (var entry in entries)
                csv.WriteRecord([$"{entry.Number}", At(entry, zone), view.NameOf(entry), entry.Roles, entry.Address, view.Sentence(entry)]);
        }

        return written.ToString();
    }

    static string At(AuditEntry entry, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(entry.At, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    static async Task<Page> VerifyAsync(HttpContext context, VerifyAudit verify, CancellationToken stop)
    {
        var (own, installation) = (await verify.RunAsync(Partition.OfVillage(PresentVillage.Of(context)!.Id), stop), await verify.RunAsync(Partition.Installation, stop));
        return Page.View("console-records-verified", new
        {
            entries = own.Entries + installation.Entries,
            faults = own.Faults.Concat(installation.Faults).Select(fault => new { number = fault.Number, kind = fault.Kind.ToString().ToLowerInvariant() }).ToArray(),
        });
    }
}

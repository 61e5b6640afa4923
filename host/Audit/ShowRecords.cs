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

    /// <summary>What was done at the regency, and to villages from there.</summary>
    public static void MapRegencyRecords(this IEndpointRouteBuilder console)
    {
        console.MapGet("/catatan", ShowOfRegencyAsync).RequirePermission(HostPermissions.Watch);
        console.MapGet("/catatan/unduh", DownloadOfRegencyAsync).RequirePermission(HostPermissions.Watch);
        console.MapGet("/catatan/periksa", VerifyOfRegencyAsync).RequirePermission(HostPermissions.Watch);
    }

    static async Task<Page> ShowAsync(HttpContext context, AuditLog log, People people, IModuleCatalog modules, TextLibrary texts, CancellationToken stop)
    {
        var (village, query) = (PresentVillage.Of(context)!, RecordsQuery.Of(context.Request));
        var entries = await log.OfVillageAsync(village.Id, query.In(village.TimeZone), (query.Page - 1) * PageSize, PageSize + 1, stop);
        var persons = (await people.OfAsync(village, stop)).DistinctBy(person => person.Account).Select(person => new FieldOption(person.Account.ToString(), person.Name));
        return View(entries, query, [.. persons], modules, texts, context);
    }

    static async Task<Page> ShowOfRegencyAsync(HttpContext context, AuditLog log, IModuleCatalog modules, TextLibrary texts, CancellationToken stop)
    {
        var query = RecordsQuery.Of(context.Request);
        return View(await log.OfInstallationAsync(query.In(SiteClock.TimeZone), (query.Page - 1) * PageSize, PageSize + 1, stop), query, [], modules, texts, context);
    }

    static Page View(IReadOnlyList<AuditEntry> entries, RecordsQuery query, IReadOnlyList<FieldOption> people, IModuleCatalog modules, TextLibrary texts, HttpContext context) =>
        Page.View("console-records", new
        {
            entries = entries.Take(PageSize).Select(new RecordsView(texts, context).Of).ToArray(),
            query,
            people,
            modules = modules.Modules.Select(module => new FieldOption(module.Id, module.Name.In(RequestLanguage.Of(context)))).ToArray(),
            newer = query.Page > 1 ? query.At(query.Page - 1) : null,
            older = entries.Count > PageSize ? query.At(query.Page + 1) : null,
            all = query.At(1),
        });

    static async Task<IResult> DownloadAsync(HttpContext context, AuditLog log, TextLibrary texts, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        var entries = await log.OfVillageAsync(village.Id, RecordsQuery.Of(context.Request).In(village.TimeZone), 0, MostRows, stop);
        await log.NoteAsync("audit.download", village.Id, stop);
        return Table(entries, new(texts, context), village.TimeZone, village.Code);
    }

    static async Task<IResult> DownloadOfRegencyAsync(HttpContext context, AuditLog log, TextLibrary texts, CancellationToken stop)
    {
        var entries = await log.OfInstallationAsync(RecordsQuery.Of(context.Request).In(SiteClock.TimeZone), 0, MostRows, stop);
        await log.NoteAsync("audit.download", null, stop);
        return Table(entries, new(texts, context), SiteClock.TimeZone, "kabupaten");
    }

    static IResult Table(IReadOnlyList<AuditEntry> entries, RecordsView view, TimeZoneInfo zone, string name) =>
        Results.Bytes(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Csv(entries, view, zone))).ToArray(), "text/csv; charset=utf-8", $"catatan-{name}.csv");

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

    static async Task<Page> VerifyAsync(HttpContext context, VerifyAudit verify, CancellationToken stop) =>
        View(await verify.RunAsync(Partition.OfVillage(PresentVillage.Of(context)!.Id), stop), await verify.RunOfRegencyAsync(stop));

    static async Task<Page> VerifyOfRegencyAsync(VerifyAudit verify, CancellationToken stop) => View(await verify.RunOfRegencyAsync(stop));

    static Page View(params AuditVerification[] verified) => Page.View("console-records-verified", new
    {
        entries = verified.Sum(log => log.Entries),
        faults = verified.SelectMany(log => log.Faults).Select(fault => new { number = fault.Number, kind = fault.Kind.ToString().ToLowerInvariant() }).ToArray(),
    });
}

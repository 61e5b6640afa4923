using System.Runtime.InteropServices;

namespace Specimen;

/// <summary>Does what the file "behaviour" beside it says, so that one small assembly shows the ways in which a module can fail.</summary>
public sealed class SpecimenModule : IModule
{
    static readonly string Folder = Path.GetDirectoryName(typeof(SpecimenModule).Assembly.Location)!;
    static readonly string Behaviour = Read("behaviour");
    static readonly string Version = Read("version");
    static readonly Permission Watch = new("specimen.watch", Roles.RegencyAdministrator);
    static readonly string Place = "/" + (Read("place") is { Length: > 0 } place ? place : "contoh");

    public SpecimenModule()
    {
        if (Behaviour == "constructor throws") throw new InvalidOperationException("No module today.");
    }

    public void AddServices(IServiceCollection services)
    {
        switch (Behaviour)
        {
            case "services throw": throw new InvalidOperationException("No services today.");
            case "services never return": new ManualResetEvent(false).WaitOne(); break;
            case "services can't be built": services.AddScoped<Needy>(); break;
            case "documents can't be stored": services.AddDocuments<Unstorable>(_ => { }); break;
            case "jobs": AddSweeps(services); break;
            case "indicators wait": services.AddIndicators(async () => await new TaskCompletionSource<IReadOnlyList<Indicator>>().Task); break;
            case "home waits": services.AddHomeSection("home", async () => await new TaskCompletionSource<object>().Task); break;
        }

        services.AddSingleton<ManualResetEventSlim>().AddDocuments<Visit>(_ => { }).AddSettings<SpecimenSettings>().AddMenuItem(Place, "title");
    }

    public void MapPages(IEndpointRouteBuilder village)
    {
        village.MapGet(Place, () => Version).AllowAnyone();
        village.MapGet(Place + "/tampil", (SpecimenSettings settings) => Page.View("shown", new { version = Version, greeting = settings.Greeting })).AllowAnyone();
        village.MapGet(Place + "/gagal", Throw).AllowAnyone();
        village.MapGet(Place + "/menunggu", () => new TaskCompletionSource<string>().Task).AllowAnyone();
        village.MapGet(Place + "/menahan", Block).AllowAnyone();
        village.MapGet(Place + "/menulis", WriteLate).AllowAnyone();
        village.MapGet(Place + "/asli", () => NativeMethods.Missing()).AllowAnyone();
        if (Version.Length > 0) village.MapGet(Place + "/" + Version, () => Version).AllowAnyone();
        if (Behaviour == "many routes")
            for (var i = 0; i < 200; i++) village.MapGet($"{Place}/rute-{i}/{{id}}", (string id) => id).AllowAnyone();
        if (Behaviour == "route without rule") village.MapGet(Place + "/terbuka", () => "");
        if (Behaviour == "route with two rules") village.MapGet(Place + "/ganda", () => "").AllowAnyone().AllowResident();
    }

    public void MapApi(IEndpointRouteBuilder village)
    {
        village.MapPost("/visits", Visit).AllowAnyone();
        if (Behaviour == "jobs")
            village.MapGet("/sweeps", async (IDocumentSession session, CancellationToken stop) => await session.Query<Sweep>().CountAsync(stop)).AllowAnyone();
        village.MapGet("/visits", async (IDocumentSession session, CancellationToken stop) => (await session.Query<Visit>().ToListAsync(stop)).Count).AllowAnyone();
        if (Version.Length > 0) village.MapGet("/" + Version, () => Version).AllowAnyone();
    }

    public void MapRegency(IEndpointRouteBuilder regency)
    {
        regency.MapGet("/", () => Version).RequirePermission(Watch);
        if (Behaviour == "regency for anyone") regency.MapGet("/terbuka", () => Version).AllowAnyone();
    }

    static void AddSweeps(IServiceCollection services)
    {
        var always = Schedule.Every(TimeSpan.FromSeconds(1));
        services.AddDocuments<Sweep>(_ => { }).AddJob<SweepHall>(always).AddJob<SweepYard>(always);
    }

    static string Throw() => throw new InvalidOperationException("No page today.");

    /// <summary>Holds its thread until the test lets it go.</summary>
    static string Block(ManualResetEventSlim released)
    {
        released.Wait(CancellationToken.None);
        return "";
    }

    /// <summary>Takes no notice of its token, and writes into a request that is over.</summary>
    static async Task WriteLate(HttpContext context, ManualResetEventSlim released)
    {
        await Task.Run(() => released.Wait(CancellationToken.None), CancellationToken.None);
        await context.Response.WriteAsync("too late", CancellationToken.None);
    }

    static async Task Visit(IDocumentSession session, CancellationToken stop)
    {
        session.Store(new Visit());
        await session.SaveChangesAsync(stop);
    }

    static string Read(string name) => Path.Combine(Folder, name) is var file && File.Exists(file) ? File.ReadAllText(file) : "";
}

public sealed record Visit : Document;

public sealed record Unstorable : Document
{
    public Stream? Anything { get; init; }
}

public sealed record SpecimenSettings
{
    public string Greeting { get; init; } = "";
}

sealed class Needy(Uri nobodyRegistersThis)
{
    public Uri Need => nobodyRegistersThis;
}

static partial class NativeMethods
{
    [DllImport("smartkampung-is-not-there")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static extern int Missing();
}

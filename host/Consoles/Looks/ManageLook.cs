using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Looks;

/// <summary>How the village's site looks: colour, home page, menu, own pages.</summary>
static class ManageLook
{
    public const string Path = "/kelola/tampilan";

    public static IServiceCollection AddLooks(this IServiceCollection services) => services
        .AddSingleton<EditLook>()
        .AddSingleton<EditAccent>()
        .AddSingleton<ArrangeHome>()
        .AddSingleton<ArrangeMenu>()
        .AddSingleton<EditLinks>()
        .AddSingleton<EditOwnPages>()
        .AddSingleton<VillageTemplates>()
        .AddSingleton<EditTemplates>();

    public static void MapLook(this IEndpointRouteBuilder console)
    {
        console.MapGet("/tampilan", (HttpContext context) => Show(context)).RequirePermission(HostPermissions.Look);
        console.MapGet("/tampilan/warna", (HttpContext context) => EditAccent.Show(context)).RequirePermission(HostPermissions.Look);
        console.MapPost("/tampilan/warna", (Form<AccentForm> form, HttpContext context, EditAccent edit, CancellationToken stop) => edit.SaveAsync(form, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapGet("/tampilan/beranda", (HttpContext context, ArrangeHome arrange) => arrange.Show(context)).RequirePermission(HostPermissions.Look);
        console.MapPost("/tampilan/beranda", (Form<Arranging> form, HttpContext context, ArrangeHome arrange, CancellationToken stop) => arrange.MoveAsync(form, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapGet("/tampilan/menu", (HttpContext context, ArrangeMenu arrange) => arrange.Show(context)).RequirePermission(HostPermissions.Look);
        console.MapPost("/tampilan/menu", (Form<Arranging> form, HttpContext context, ArrangeMenu arrange, CancellationToken stop) => arrange.MoveAsync(form, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapGet("/tampilan/menu/{at}", (string at, HttpContext context) => EditLinks.Show(at, context)).RequirePermission(HostPermissions.Look);
        console.MapPost("/tampilan/menu/{at}", (string at, Form<LinkForm> form, HttpContext context, EditLinks edit, CancellationToken stop) => edit.SaveAsync(at, form, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapPost("/tampilan/menu/{at}/hapus", (string at, Form<Confirmation> form, HttpContext context, EditLinks edit, CancellationToken stop) => edit.RemoveAsync(at, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapOwnPages();
        console.MapTemplates();
    }

    static Page Show(HttpContext context) => Page.View("console-look", new
    {
        pages_count = PresentVillage.LookOf(context).Pages.Count,
        accent = PresentVillage.Of(context)!.Profile.Accent,
    });

    static void MapOwnPages(this IEndpointRouteBuilder console)
    {
        console.MapGet("/tampilan/halaman", (HttpContext context) => EditOwnPages.List(context)).RequirePermission(HostPermissions.Look);
        console.MapGet("/tampilan/halaman/{at}", (string at, HttpContext context, EditOwnPages edit, CancellationToken stop) => edit.ShowAsync(at, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapPost("/tampilan/halaman/{at}", (string at, Form<OwnPageForm> form, HttpContext context, EditOwnPages edit, CancellationToken stop) => edit.SaveAsync(at, form, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapGet("/tampilan/halaman/{at}/lihat", (string at, HttpContext context, EditOwnPages edit, CancellationToken stop) => edit.PreviewAsync(at, context, stop)).RequirePermission(HostPermissions.Look).WithMetadata(PageLayout.Site);
        console.MapGet("/tampilan/halaman/{at}/hapus", (string at, HttpContext context, EditOwnPages edit, CancellationToken stop) => edit.AskAsync(at, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapPost("/tampilan/halaman/{at}/hapus", (string at, Form<Confirmation> form, HttpContext context, EditOwnPages edit, CancellationToken stop) => edit.DeleteAsync(at, form, context, stop)).RequirePermission(HostPermissions.Look);
    }
}

/// <summary>What is done to a part of a page or menu.</summary>
/// <param name="Part">Its key.</param>
/// <param name="Do">up, down, or toggle.</param>
/// <param name="Version">The arrangement that was seen.</param>
sealed record Arranging(string Part, string Do, string Version)
{
    public int Step => Do switch { "up" => -1, "down" => 1, _ => 0 };
}

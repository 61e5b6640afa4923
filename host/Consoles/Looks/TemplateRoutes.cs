using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Consoles.Looks;

static class TemplateRoutes
{
    public static void MapTemplates(this IEndpointRouteBuilder console)
    {
        const string one = "/tampilan/templat/{owner}/{name}";
        console.MapGet("/tampilan/templat", (HttpContext context, EditTemplates edit) => edit.List(context)).RequirePermission(HostPermissions.Look);
        console.MapGet(one, (string owner, string name, HttpContext context, EditTemplates edit) => edit.Show(owner, name, context)).RequirePermission(HostPermissions.Look);
        console.MapPost(one, (string owner, string name, Form<TemplateForm> form, HttpContext context, EditTemplates edit, CancellationToken stop) => edit.SaveAsync(owner, name, form, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapPost(one + "/buang", (string owner, string name, Form<Confirmation> form, HttpContext context, EditTemplates edit) => edit.Drop(owner, name, context)).RequirePermission(HostPermissions.Look);
        console.MapPost(one + "/asli", (string owner, string name, Form<Confirmation> form, HttpContext context, EditTemplates edit, CancellationToken stop) => edit.BackToOriginalAsync(owner, name, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapGet(one + "/riwayat", (string owner, string name, HttpContext context, EditTemplates edit, CancellationToken stop) => edit.HistoryAsync(owner, name, context, stop)).RequirePermission(HostPermissions.Look);
        console.MapPost(one + "/riwayat/{at}", (string owner, string name, string at, Form<Confirmation> form, HttpContext context, EditTemplates edit, CancellationToken stop) => edit.RestoreAsync(owner, name, at, context, stop)).RequirePermission(HostPermissions.Look);
    }
}

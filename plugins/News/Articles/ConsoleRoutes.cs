namespace SmartKampung.News.Articles;

/// <summary>The console's pages of articles.</summary>
static class ConsoleRoutes
{
    public static void MapArticles(this IEndpointRouteBuilder console)
    {
        console.MapGet("/artikel/baru", EditArticle.New).RequirePermission(Permissions.Write);
        console.MapGet("/artikel/{id:guid}", EditArticle.Show).RequirePermission(Permissions.Write);
        console.MapPost("/artikel/{id:guid}", EditArticle.Save).RequirePermission(Permissions.Write);
        console.MapPost("/artikel/{id:guid}/salinan", KeepTyped.Keep).RequirePermission(Permissions.Write);
        console.MapPost("/artikel/{id:guid}/salinan/buang", KeepTyped.Drop).RequirePermission(Permissions.Write);
        console.MapGet("/artikel/{id:guid}/riwayat", ShowHistory.List).RequirePermission(Permissions.Write);
        console.MapGet("/artikel/{id:guid}/riwayat/{number}", ShowHistory.One).RequirePermission(Permissions.Write);
        console.MapPost("/artikel/{id:guid}/riwayat/{number}", ShowHistory.Restore).RequirePermission(Permissions.Write);
        console.MapPost("/artikel/{id:guid}/tarik", MoveArticle.TakeBack).RequirePermission(Permissions.Publish);
        console.MapPost("/artikel/{id:guid}/arsip", MoveArticle.Archive).RequirePermission(Permissions.Publish);
        console.MapPost("/artikel/{id:guid}/semat", MoveArticle.Pin).RequirePermission(Permissions.Publish);
        console.MapGet("/artikel/{id:guid}/hapus", MoveArticle.Ask).RequirePermission(Permissions.Publish);
        console.MapPost("/artikel/{id:guid}/hapus", MoveArticle.Remove).RequirePermission(Permissions.Publish);
    }
}

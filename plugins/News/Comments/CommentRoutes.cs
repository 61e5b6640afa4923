namespace SmartKampung.News.Comments;

/// <summary>Where comments are written and looked after.</summary>
static class CommentRoutes
{
    public static void MapComments(this IEndpointRouteBuilder village)
    {
        village.MapGet("/berita/{slug}/komentar", WriteComment.Show).AllowResident();
        village.MapPost("/berita/{slug}/komentar", WriteComment.Write).AllowResident();
        village.MapPost("/berita/komentar/{id:guid}/hapus", WriteComment.Remove).AllowResident();
        village.MapPost("/berita/komentar/{id:guid}/lapor", WriteComment.Report).AllowResident();
    }

    public static void MapModeration(this IEndpointRouteBuilder console)
    {
        console.MapGet("/komentar", ModerateComments.List).RequirePermission(Permissions.Publish);
        console.MapPost("/komentar/{id:guid}/setujui", ModerateComments.Approve).RequirePermission(Permissions.Publish);
        console.MapPost("/komentar/{id:guid}/tolak", ModerateComments.Reject).RequirePermission(Permissions.Publish);
    }
}

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>Where staff work on requests.</summary>
static class InboxRoutes
{
    public static void MapInbox(this IEndpointRouteBuilder console)
    {
        console.MapGet("/", Inbox.Show).RequirePermission(Permissions.Read);
        console.MapPost("/ambil", ClaimRequests.Claim).RequirePermission(Permissions.Work);
        console.MapPost("/teruskan", ApproveRequests.Approve).RequirePermission(Permissions.Work);
        console.MapGet("/permohonan/{id:guid}", OpenRequest.Show).RequirePermission(Permissions.Read);
        console.MapGet("/permohonan/{id:guid}/lampiran/{file}", OpenRequest.Attachment).RequirePermission(Permissions.Read);
        console.MapPost("/permohonan/{id:guid}/setujui", DecideRequest.Approve).RequirePermission(Permissions.Work);
        console.MapPost("/permohonan/{id:guid}/minta", DecideRequest.AskBack).RequirePermission(Permissions.Work);
        console.MapPost("/permohonan/{id:guid}/tolak", DecideRequest.Reject).RequirePermission(Permissions.Work);
        console.MapPost("/permohonan/{id:guid}/teruskan", ForwardRequest.Forward).RequirePermission(Permissions.Work);
        console.MapPost("/permohonan/{id:guid}/kabari", TellOtherwise.Tell).RequirePermission(Permissions.Work);
        console.MapPost("/permohonan/{id:guid}/diambil", CollectLetter.Collect).RequirePermission(Permissions.Counter);
    }

    public static void MapCounter(this IEndpointRouteBuilder console)
    {
        console.MapGet("/loket", FindAtCounter.Show).RequirePermission(Permissions.Counter);
        console.MapGet("/loket/{resident:guid}", FindAtCounter.Choose).RequirePermission(Permissions.Counter);
        console.MapGet("/loket/{resident:guid}/{slug}", FileAtCounter.Show).RequirePermission(Permissions.Counter);
        console.MapPost("/loket/{resident:guid}/{slug}", FileAtCounter.File).RequirePermission(Permissions.Counter);
    }
}

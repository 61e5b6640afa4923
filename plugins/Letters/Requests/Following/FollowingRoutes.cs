namespace SmartKampung.Letters.Requests.Following;

/// <summary>Where residents follow what they asked for.</summary>
static class FollowingRoutes
{
    public static void MapFollowing(this IEndpointRouteBuilder village)
    {
        village.MapGet("/surat/saya", ListOwn.Show).AllowResident();
        village.MapGet("/surat/permohonan/{id:guid}", ShowRequest.Show).AllowResident();
        village.MapPost("/surat/permohonan/{id:guid}/batal", WithdrawRequest.Withdraw).AllowResident();
        village.MapPost("/surat/permohonan/{id:guid}/ulang", AskAgain.Begin).AllowResident();
        village.MapGet("/surat/permohonan/{id:guid}/lampiran/{file}", ShowRequest.Attachment).AllowResident();
    }
}

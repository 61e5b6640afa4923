using SmartKampung.Host.Accounts;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Audit;

/// <summary>Whether the audit logs are whole.</summary>
static class AuditApi
{
    public static void MapAuditApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/audit/verification", VerifyInstallation).RequireAdministrator().WithTags("Audit").WithName("VerifyAudit")
            .WithSummary("Reads the log of the installation and tells each entry that was changed, taken out or put in.").Produces<AuditVerification>();
        app.MapGet("/api/villages/{code}/audit/verification", VerifyVillage).AddEndpointFilter(PresentCode.Filter).RequireAdministrator().WithTags("Audit").WithName("VerifyVillageAudit")
            .WithSummary("Reads a village's log and tells each entry that was changed, taken out or put in.").Produces<AuditVerification>();
    }

    static async Task<IResult> VerifyInstallation(VerifyAudit verify, CancellationToken stop) => ApiJson.Ok(await verify.RunOfRegencyAsync(stop));

    static async Task<IResult> VerifyVillage(string code, VillageRegistry villages, VerifyAudit verify, CancellationToken stop) =>
        ApiJson.Ok(await verify.RunAsync(Partition.OfVillage(villages.FindByCode(code)!.Id), stop));
}

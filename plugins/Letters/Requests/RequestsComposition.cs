namespace SmartKampung.Letters.Requests;

/// <summary>Asking for letters and deciding on them.</summary>
static class RequestsComposition
{
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddDocuments<LetterRequest>(d => d.Index(r => r.Resident).Index(r => r.State).Index(r => r.WaitsFor).Index(r => r.AskedAt)
            .Personal(r => r.Subject, r => r.Answers, r => r.Attachments).Territory(r => r.Place));

    public static void MapRequests(this IEndpointRouteBuilder village)
    {
    }

    public static void MapDesk(this IEndpointRouteBuilder console)
    {
    }
}

using SmartKampung.Letters.Requests.Asking;
using SmartKampung.Letters.Requests.Desk;
using SmartKampung.Letters.Requests.Documents;
using SmartKampung.Letters.Requests.Following;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Requests.Telling;

namespace SmartKampung.Letters.Requests;

/// <summary>Asking for letters and deciding on them.</summary>
static class RequestsComposition
{
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddDocuments<LetterRequest>(d => d.Unique(r => r.Token).Index(r => r.State).Index(r => r.WaitsFor).Index(r => r.AskedAt).Index(r => r.StepDueAt).Index(r => r.ChangedAt)
            .Index(r => r.Account).Index(r => r.AskedBy).Index(r => r.Resident).Text(r => r.Subject.Name)
            .Personal(r => r.Account, r => r.AskedBy, r => r.Resident, r => r.Subject, r => r.Contact, r => r.Answers, r => r.Attachments, r => r.History)
            .Territory(r => r.Place))
        .AddDocuments<RequestMessage>(d => d.Index(m => m.Request).Personal(m => m.To))
        .AddPersonalData<LetterRequest>(r => r.Account, Erasure.Of)
        .AddPermission(Permissions.Read)
        .AddPermission(Permissions.Work)
        .AddPermission(Permissions.Counter)
        .AddScoped<OwnRequests>()
        .AddScoped<NewRequests>()
        .AddScoped<RequestFiles>()
        .AddScoped<SentAnswers>()
        .AddEventHandler<RequestMoved, TellResident>()
        .AddScoped<DeskRights>()
        .AddScoped<DeskRequests>()
        .AddJob<EscalateLateSteps>(Schedule.Every(TimeSpan.FromMinutes(10)))
        .AddJob<ForgetDrafts>(Schedule.Cron("30 2 * * *"))
        .AddMenuItem("/surat", text: "letters", about: "letters.about", order: 10)
        .AddSearch(FindLetters.InVillage)
        .AddSitemap(FindLetters.List);

    public static void MapRequests(this IEndpointRouteBuilder village)
    {
        village.MapAsking();
        village.MapFollowing();
    }

    public static void MapDesk(this IEndpointRouteBuilder console)
    {
        console.MapInbox();
        console.MapCounter();
    }
}

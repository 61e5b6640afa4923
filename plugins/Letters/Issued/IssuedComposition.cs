using SmartKampung.Letters.Issued.Book;
using SmartKampung.Letters.Issued.Checking;
using SmartKampung.Letters.Issued.Keeping;
using SmartKampung.Letters.Issued.Papers;
using SmartKampung.Letters.Issued.Registers;
using SmartKampung.Letters.Issued.Serving;
using SmartKampung.Letters.Issued.Signing;

namespace SmartKampung.Letters.Issued;

/// <summary>Numbers, signatures, papers and their check.</summary>
static class IssuedComposition
{
    public static IServiceCollection AddIssuedLetters(this IServiceCollection services) => services
        // Letters have no territory: whoever checks one may be the head of another hamlet. Where they are read whole, the request's counts.
        .AddDocuments<Letter>(d => d.Unique(l => l.Code).Index(l => l.Request).Index(l => l.Resident).Index(l => l.Sha256).Index(l => l.Entry).Index(l => l.KeepUntil)
            .Personal(l => l.Code, l => l.HolderName, l => l.Number, l => l.DistrictNumber, l => l.Sha256, l => l.CollectedBy))
        .AddRegisters()
        .AddSigning()
        .AddDocuments<LetterRating>(d => d.Unique(r => r.Letter).Index(r => r.At))
        .AddDocuments<DestructionRecord>(d => d.Index(r => r.At).Personal(r => r.By, r => r.Witnesses))
        .AddScoped<DueLetters>()
        .AddIndicators(ShowService.Count)
        .AddScoped<LetterPaper>()
        .AddScoped<PreviewLetter>()
        .AddScoped<LetterStatement>()
        .AddScoped<FindLetter>()
        .AddDocuments<IncomingLetter>(d => d.Index(l => l.Received).Personal(l => l.From, l => l.Number, l => l.Subject, l => l.DisposedTo, l => l.Note))
        .AddPermission(IssuedPermissions.Preview)
        .AddPermission(IssuedPermissions.Sign)
        .AddPermission(IssuedPermissions.Book)
        .AddPermission(IssuedPermissions.Revoke)
        .AddPermission(IssuedPermissions.Registers);

    static IServiceCollection AddRegisters(this IServiceCollection services) => services
        .AddDocuments<NumberRegister>(d => d.Unique(r => r.Name))
        .AddDocuments<RegisterCounter>(_ => { })
        .AddDocuments<RegisterEntry>(d => d.Unique(e => e.Register, e => e.Period, e => e.Sequence).Index(e => e.Register).Index(e => e.Sequence).Index(e => e.Date)
            .Territory(e => e.Place)
            .Personal(e => e.Number, e => e.Subject, e => e.Party, e => e.By))
        .AddSingleton<NumberTurns>()
        .AddScoped<RegisterList>();

    static IServiceCollection AddSigning(this IServiceCollection services) => services
        .AddDocuments<OfficeTerm>(d => d.Personal(t => t.Name, t => t.Nip))
        .AddDocuments<SigningRun>(d => d.Index(r => r.Account).Personal(r => r.SignedBy, r => r.Items.Select(item => item.Name), r => r.Items.Select(item => item.Number)))
        .AddEventHandler<SigningAsked, GoOnSigning>()
        .AddSingleton<KeptCredentials>()
        .AddScoped<OfficeHolders>()
        .AddScoped<MakeDraft>()
        .AddScoped<SignLetters>()
        .AddScoped<WaitingLetters>();

    public static void MapChecks(this IEndpointRouteBuilder village)
    {
        village.MapChecking();
        village.MapGet("/surat/unduh/{id:guid}", DownloadLetter.Send).AllowResident();
        village.MapGet("/surat/nilai/{id:guid}", RateService.Show).AllowResident();
        village.MapPost("/surat/nilai/{id:guid}", RateService.Rate).AllowResident();
    }

    public static void MapBook(this IEndpointRouteBuilder console)
    {
        console.MapSigning();
        console.MapIssued();
        console.MapLetterBook();
        console.MapIncoming();
        console.MapRegisters();
        console.MapTerms();
        console.MapDestruction();
        console.MapService();
    }

    public static void MapIssuedApi(this IEndpointRouteBuilder village) =>
        village.MapPost("/preview", PreviewType.Make).RequirePermission(IssuedPermissions.Preview);
}

using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Papers;

/// <summary>
/// Has papers signed by BSrE's e-sign service (<c>POST api/sign/pdf</c>). What comes back is taken only where it is the paper with one more
/// signature that is whole; whatever else happens is told, and nothing is kept. What is seen of a signature is put onto the paper before it is sent and
/// signed with it: the service would draw a picture, and its versions differ in where.
/// </summary>
sealed class BsreSigner(SettingsReader settings, BsreClients clients, VerifyPaper verify, SigningTexts texts, IOptions<PaperOptions> options) : ISigner
{
    const int NumberLength = 16;

    public async Task<byte[]> SignAsync(byte[] pdf, PaperSigner signer, MadeMark? mark, Village? village, CancellationToken stop)
    {
        if (signer.NationalId.Length != NumberLength || !signer.NationalId.All(char.IsAsciiDigit)) throw texts.Failure(SigningProblem.NotRegistered);
        if (signer.Passphrase.Length == 0) throw texts.Failure(SigningProblem.WrongPassphrase);
        var service = ServiceOf(village);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(TimeSpan.FromSeconds(options.Value.SigningSeconds));
        try
        {
            return await AskAsync(service, mark is null ? pdf : AppendMark.To(pdf, mark), signer, time.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or DownloadException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw texts.Failure(SigningProblem.Unreachable, failure);
        }
    }

    async Task<byte[]> AskAsync(BsreService service, byte[] pdf, PaperSigner signer, CancellationToken stop)
    {
        using var request = service.Request(HttpMethod.Post, "api/sign/pdf");
        request.Content = FormOf(pdf, signer);
        using var answer = await clients.Of(service).SendAsync(request, stop);
        var body = await answer.Content.ReadAsByteArrayAsync(stop);
        if (!answer.IsSuccessStatusCode) throw texts.Failure(BsreAnswers.ProblemIn(answer.StatusCode, body) ?? await ProblemOfUserAsync(service, signer, stop));
        return IsSigned(body, pdf) ? body : throw texts.Failure(BsreAnswers.ProblemIn(answer.StatusCode, body) ?? SigningProblem.ServiceFailed);
    }

    bool IsSigned(byte[] answer, byte[] pdf)
    {
        var signatures = verify.Run(answer);
        return signatures.Count == verify.Run(pdf).Count + 1 && signatures.All(signature => signature.IsIntact) && signatures[^1].CoversAll;
    }

    /// <summary>A refusal that tells nothing by itself: the service is asked how the signer stands there.</summary>
    async Task<SigningProblem> ProblemOfUserAsync(BsreService service, PaperSigner signer, CancellationToken stop)
    {
        using var request = service.Request(HttpMethod.Get, "api/user/status/" + signer.NationalId);
        using var answer = await clients.Of(service).SendAsync(request, stop);
        return BsreAnswers.ProblemOfUser(await answer.Content.ReadAsByteArrayAsync(stop));
    }

    static MultipartFormDataContent FormOf(byte[] pdf, PaperSigner signer)
    {
        var file = new ByteArrayContent(pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        var form = new MultipartFormDataContent { { file, "file", "surat.pdf" } };
        Add(form, "nik", signer.NationalId);
        Add(form, "passphrase", signer.Passphrase);
        Add(form, "tampilan", "invisible");
        if (signer.Reason.Length > 0) Add(form, "reason", signer.Reason);
        if (signer.Location.Length > 0) Add(form, "location", signer.Location);
        return form;
    }

    static void Add(MultipartFormDataContent form, string name, string value) => form.Add(new StringContent(value, Encoding.UTF8), name);

    /// <summary>A machine of the own network is for the regency to name: it is where the service stands, and no village may try others.</summary>
    BsreService ServiceOf(Village? village)
    {
        var present = Signers.SettingsOf(settings, village);
        if (!Uri.TryCreate(present.BsreAddress.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || present.BsreUser.Length == 0) throw texts.Failure(SigningProblem.NotConfigured);
        var setting = SettingsShape.Of(typeof(SigningSettings)).Settings.First(setting => setting.Property.Name == nameof(SigningSettings.BsreAddress));
        var path = village is null ? ScopePath.Regency : ScopePath.Of(village);
        var isOfVillage = settings.Find(path, HostSettings.Signing, setting).From?.Kind is ScopeKind.Village;
        return new(address, present.BsreUser, present.BsrePassword, IsPublic: isOfVillage);
    }
}

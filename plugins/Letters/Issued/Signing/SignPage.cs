using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>Who signs sees what waits for their signature, signs what they chose, and sees how far it is.</summary>
static class SignPage
{
    public const string Path = "/kelola/letters/tanda-tangan";

    const int MostAtOnce = 50;
    const int AtOnce = 3;

    /// <summary>The first letter tells how long the next would take; those of a busy machine follow in the background at once.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    public static void MapSigning(this IEndpointRouteBuilder console)
    {
        console.MapGet("/tanda-tangan", List).RequirePermission(IssuedPermissions.Sign);
        console.MapPost("/tanda-tangan", Sign).RequirePermission(IssuedPermissions.Sign);
        console.MapGet("/tanda-tangan/{id:guid}/pratinjau", PreviewWaiting.Show).RequirePermission(IssuedPermissions.Sign);
        console.MapGet("/tanda-tangan/{id:guid}", ShowRun).RequirePermission(IssuedPermissions.Sign);
    }

    static Task<Page> List(WaitingLetters waiting, IFreshProof proof, IPapers papers, CancellationToken stop) => ViewAsync(waiting, proof, papers, Form.Empty<SignForm>(), stop);

    static async Task<Page> Sign(
        Form<SignForm> form, WaitingLetters waiting, IFreshProof proof, IPapers papers, SignLetters sign, KeptCredentials kept, IDocumentSession session, IEvents events, IPerson person, ITexts texts, TimeProvider clock,
        CancellationToken stop)
    {
        var chosen = form.IsValid ? await waiting.ChooseAsync(form.Value.Letters ?? [], stop) : [];
        if (form.IsValid && chosen.Count == 0) form.AddError("letters", texts["signing.none_chosen"]);
        if (form.IsValid && papers.Signing is SigningWay.Certified) CheckCertified(form, texts);
        if (form.IsValid && !await proof.ConfirmAsync(form.Value.Code ?? "", stop)) form.AddError("code", texts[proof.HasApp ? "signing.code_wrong" : "signing.by_passkey"]);
        if (!form.IsValid || person.Id is not { } account) return await ViewAsync(waiting, proof, papers, form, stop);
        var run = new SigningRun { Account = account, SignedBy = person.Name, BegunAt = clock.GetUtcNow(), Items = chosen };
        session.Store(run);
        await session.SaveChangesAsync(stop);
        var credentials = new Credentials(form.Value.NationalId?.Trim() ?? "", form.Value.Passphrase ?? "");
        var begun = clock.GetTimestamp();
        if (await sign.RunAsync(run.Id, credentials, 1, stop) && clock.GetElapsedTime(begun) < Soon) await sign.RunAsync(run.Id, credentials, AtOnce - 1, stop);
        return await GoOnAsync(run.Id, credentials, form, waiting, proof, papers, kept, session, events, texts, stop);
    }

    /// <summary>The first letters show at once whether the signer can sign; the others follow in the background.</summary>
    static async Task<Page> GoOnAsync(
        Guid id, Credentials credentials, Form<SignForm> form, WaitingLetters waiting, IFreshProof proof, IPapers papers, KeptCredentials kept, IDocumentSession session, IEvents events, ITexts texts, CancellationToken stop)
    {
        var run = (await session.LoadAsync<SigningRun>(id, stop))!;
        if (run.Problem.Indonesian.Length > 0 && run.Items.All(item => item.State is SigningState.Waiting))
        {
            form.AddError(run.IsPassing ? "" : "passphrase", run.Problem.In(texts.Language));
            return await ViewAsync(waiting, proof, papers, form, stop);
        }

        if (!run.IsOver)
        {
            kept.Keep(id, credentials);
            events.Publish(new SigningAsked(id));
            await session.SaveChangesAsync(stop);
        }

        return Page.SeeOther($"{Path}/{id}");
    }

    static void CheckCertified(Form<SignForm> form, ITexts texts)
    {
        if (form.Value.NationalId?.Trim() is not { Length: 16 } number || !number.All(char.IsAsciiDigit)) form.AddError("nationalId", texts["signing.national_id_wrong"]);
        else if (string.IsNullOrEmpty(form.Value.Passphrase)) form.AddError("passphrase", texts["signing.passphrase_missing"]);
    }

    static async Task<Page> ShowRun(Guid id, IDocumentSession session, IPerson person, CancellationToken stop)
    {
        if (await session.LoadAsync<SigningRun>(id, stop) is not { } run || run.Account != person.Id) return Page.NotFound();
        Guid[] ids = [.. run.Items.Select(item => item.Request)];
        var requests = (await session.Query<LetterRequest>().Where(request => ids.Contains(request.Id)).ToListAsync(stop)).ToDictionary(request => request.Id);
        return Page.View("letters-signing-run", new
        {
            run,
            done = run.Items.Count(item => item.State is not SigningState.Waiting),
            wanted = run.Items.Count,
            problem = run.Problem,
            is_over = run.IsOver,
            rows = run.Items.Select(item => new SigningRow(item, requests.GetValueOrDefault(item.Request)?.Subject.Name ?? "", requests.GetValueOrDefault(item.Request)?.Type.Name ?? LocalText.Empty)).ToList(),
        });
    }

    static async Task<Page> ViewAsync(WaitingLetters waiting, IFreshProof proof, IPapers papers, Form form, CancellationToken stop) => Page.View("letters-signing", new
    {
        rows = await waiting.ListAsync(MostAtOnce, stop),
        is_fresh = proof.IsFresh,
        has_app = proof.HasApp,
        proof_address = proof.Address(Path),
        is_certified = papers.Signing is SigningWay.Certified,
    }, form);
}

/// <summary>What is told to be signed.</summary>
sealed record SignForm(
    [MaxLength(50)] IReadOnlyList<Guid>? Letters = null,
    [StringLength(20), Display(Name = "signing.code")] string? Code = null,
    [StringLength(20), Display(Name = "signing.national_id")] string? NationalId = null,
    [StringLength(200), DataType(DataType.Password), Display(Name = "signing.passphrase")] string? Passphrase = null);

/// <summary>A request of a run as it is shown.</summary>
sealed record SigningRow(SigningItem Item, string Name, LocalText Type);

using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Issued.Papers;

/// <summary>The paper of a type before there is a letter, with invented or with somebody's own data, and marked as a preview.</summary>
sealed class PreviewLetter(LetterPaper paper, Village village, TimeProvider clock)
{
    const string NoNumber = "000/000/0000";
    const string Blank = "…………………………";

    /// <exception cref="PaperTextException">The body is wrong.</exception>
    /// <exception cref="PaperException">It can't be made.</exception>
    public Task<byte[]> OfSampleAsync(LetterType type, bool isExtreme, CancellationToken stop) =>
        OfAsync(type, SampleLetter.Subject(isExtreme), SampleLetter.Answers(type, isExtreme), stop);

    /// <exception cref="PaperTextException">The body is wrong.</exception>
    /// <exception cref="PaperException">It can't be made.</exception>
    public Task<byte[]> OfAsync(LetterType type, ResidentData subject, IReadOnlyList<Answer> answers, CancellationToken stop) =>
        paper.MakeAsync(type, ModelFor(type, subject, answers), "PRATINJAU", stop);

    /// <summary>What whoever asks would get: neither number nor signature is on it.</summary>
    /// <exception cref="PaperTextException">The body is wrong.</exception>
    /// <exception cref="PaperException">It can't be made.</exception>
    public Task<byte[]> OfDraftAsync(LetterRequest request, CancellationToken stop)
    {
        var model = ModelFor(request.Type, request.Subject, request.Sent());
        return paper.MakeAsync(request.Type, model with
        {
            IsPreview = false,
            IsDraft = true,
            Letter = model.Letter with { Number = Blank },
            Signers = [.. model.Signers.Select(signer => signer with { Name = Blank })],
            Endorsers = [.. model.Endorsers.Select(endorser => endorser with { Name = Blank })],
        }, "DRAF", stop);
    }

    LetterModel ModelFor(LetterType type, ResidentData subject, IReadOnlyList<Answer> answers)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone).DateTime);
        var office = ModelOf.Office(village);
        return new()
        {
            Subject = ModelOf.Subject(subject, village, today),
            Answers = AnswersOf.Read(type, answers),
            Village = office,
            Letter = new() { Title = type.Name.Indonesian, Number = NoNumber, Date = today, ValidUntil = type.ValidDays is { } days ? today.AddDays(days) : null, Class = ModelOf.Class(type, today) },
            Signers = [.. type.Steps.Where(step => step.Kind is StepKind.Sign).DefaultIfEmpty().Select(_ => new SignerModel([$"{office.HeadOffice} {office.Name}"], "PRATINJAU"))],
            Endorsers = [.. type.Steps.Index().Where(step => step.Item.Kind is StepKind.Endorse).Select(step => new SignerModel([$"Camat {office.District}"], "PRATINJAU") { Place = Endorsement.PlaceOf(step.Index) })],
            IsByHand = type.NeedsWetInk,
            IsPreview = true,
        };
    }
}

/// <summary>Programs try a type that is being written.</summary>
static class PreviewType
{
    public static async Task<IResult> Make(Body<LetterType> type, string? panjang, PreviewLetter preview, CancellationToken stop)
    {
        try
        {
            return Results.Bytes(await preview.OfSampleAsync(type.Value, panjang is not null, stop), "application/pdf");
        }
        catch (PaperTextException mistake)
        {
            return Problem.Field("/body", mistake.Message);
        }
        catch (PaperException failure)
        {
            return Results.Problem(title: failure.Message, statusCode: failure.IsPassing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity);
        }
    }
}

using System.Security.Cryptography;
using SmartKampung.Letters.Issued.Checking;
using SmartKampung.Letters.Issued.Papers;
using SmartKampung.Letters.Issued.Registers;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>Makes what a signature brings: the paper with its number, signed, and the documents that tell of it. Several at once; nothing is saved but the file.</summary>
sealed class MakeDraft(LetterPaper paper, IPapers papers, IPrivateFiles files, LetterStatement statement, OfficeHolders holders, Village village)
{
    /// <summary>The first signature: the letter comes into being.</summary>
    public async Task<Draft> FirstAsync(LetterRequest request, SigningItem item, NumberRegister register, int sequence, DateTimeOffset at, SignerOf signer, CancellationToken stop)
    {
        var draft = First(request, item, register, sequence, at, signer);
        var letter = draft.Letter;
        var pdf = await paper.MakeAsync(request.Type, await ModelAsync(request, item, letter, at, stop), statement.Qr(letter, DateOf(at)), stop);
        if (!letter.IsByHand) pdf = await papers.SignAsync(pdf, signer.For(item, $"{letter.TypeName.Indonesian} {letter.Number}", village), stop);
        return draft with { Letter = await WithFileAsync(letter, pdf, stop) };
    }

    /// <summary>The first signature without its paper.</summary>
    public Draft First(LetterRequest request, SigningItem item, NumberRegister register, int sequence, DateTimeOffset at, SignerOf signer)
    {
        var letter = LetterOf(request, item, register, sequence, at, signer);
        return new(request, item, sequence, letter, EntryOf(letter.Id, letter.Number, request, register, sequence, at, signer) with { Id = letter.Entry }, at);
    }

    /// <summary>A further signature, behind those that are there; that of the district takes a number of its own.</summary>
    public async Task<Draft> NextAsync(LetterRequest request, SigningItem item, Letter letter, string districtNumber, DateTimeOffset at, SignerOf signer, CancellationToken stop)
    {
        var draft = Next(request, item, letter, districtNumber, at, signer);
        var mark = MarkOf(request, item, districtNumber, draft);
        if (letter.File is null || (letter.IsByHand && mark is null)) return draft;
        var before = await files.ReadAsync(letter.File, stop) ?? throw new StorageUnavailableException($"The file of letter {letter.Id} is missing.");
        var pdf = letter.IsByHand
            ? await papers.MarkAsync(before, mark!, stop)
            : await papers.SignAsync(before, signer.For(item, $"{letter.TypeName.Indonesian} {(districtNumber.Length > 0 ? districtNumber : letter.Number)}", village) with { Mark = mark }, stop);
        return draft with { Letter = await WithFileAsync(draft.Letter, pdf, stop), Replaces = letter.File };
    }

    /// <summary>What an endorsement shows on the paper; other signatures stand there from the beginning.</summary>
    PaperMark? MarkOf(LetterRequest request, SigningItem item, string districtNumber, Draft draft)
    {
        if (request.Present() is not { Kind: StepKind.Endorse } step) return null;
        var endorser = SignerOf.Printed(item) with { Lines = item.Office is [var office] && office == holders.OfficeOf(step.Role) ? [] : item.Office };
        return Endorsement.Mark(request.Step, districtNumber, DateOf(draft.At), village.District.Name, endorser, draft.Letter.IsByHand);
    }

    /// <summary>A further signature without its paper.</summary>
    public static Draft Next(LetterRequest request, SigningItem item, Letter letter, string districtNumber, DateTimeOffset at, SignerOf signer)
    {
        var next = letter with
        {
            Signatures = [.. letter.Signatures, new(signer.Account, item.Name, string.Join(", ", item.Office), at)],
            DistrictNumber = districtNumber.Length > 0 ? districtNumber : letter.DistrictNumber,
            CompletedAt = request.IsAtLastStep() ? at : null,
        };
        return new(request, item, 0, next, null, at);
    }

    async Task<Letter> WithFileAsync(Letter letter, byte[] pdf, CancellationToken stop) =>
        letter with { File = await files.SaveAsync(pdf, stop), Sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)) };

    Letter LetterOf(LetterRequest request, SigningItem item, NumberRegister register, int sequence, DateTimeOffset at, SignerOf signer) => new()
    {
        Code = LetterCode.New(),
        Request = request.Id,
        Resident = request.Resident,
        Place = request.Place,
        Type = request.Type.Slug,
        TypeName = request.Type.Name,
        HolderName = request.Subject.Name,
        Number = NumberOf(request, register, sequence, at),
        Entry = Guid.CreateVersion7(at),
        SignedAt = at,
        CompletedAt = request.IsAtLastStep() ? at : null,
        ValidUntil = request.Type.ValidDays is { } days ? DateOf(at).AddDays(days) : null,
        Signatures = [new(signer.Account, item.Name, string.Join(", ", item.Office), at)],
        IsByHand = request.Type.NeedsWetInk,
        KeepUntil = request.Type.RetainYears is { } years ? DateOf(at).AddYears(years) : null,
    };

    async Task<LetterModel> ModelAsync(LetterRequest request, SigningItem item, Letter letter, DateTimeOffset at, CancellationToken stop)
    {
        var day = DateOf(at);
        return new()
        {
            Subject = ModelOf.Subject(request.Subject, village, day),
            Answers = AnswersOf.Read(request.Type, request.Answers),
            Village = ModelOf.Office(village),
            Letter = new() { Title = request.Type.Name.Indonesian, Number = letter.Number, Date = day, ValidUntil = letter.ValidUntil, Class = ModelOf.Class(request.Type, day), Code = LetterCode.Grouped(letter.Code) },
            Signers = [SignerOf.Printed(item), .. await ExpectedAsync(request, StepKind.Sign, day, stop)],
            Endorsers = await EndorsersAsync(request, day, stop),
            IsByHand = letter.IsByHand,
            CheckAddress = statement.CheckPage(),
        };
    }

    /// <summary>Those of the steps after the present one.</summary>
    async Task<IReadOnlyList<SignerModel>> ExpectedAsync(LetterRequest request, StepKind kind, DateOnly on, CancellationToken stop)
    {
        var expected = new List<SignerModel>();
        foreach (var (number, step) in request.Type.Steps.Index().Skip(request.Step + 1).Where(later => later.Item.Kind == kind))
            expected.Add(await holders.ExpectedAsync(step.Role, on, stop) with { Place = Endorsement.PlaceOf(number) });
        return expected;
    }

    /// <summary>Who endorses in the end is seen then, so the office alone is printed; where they sign in ink, all that is known is.</summary>
    async Task<IReadOnlyList<SignerModel>> EndorsersAsync(LetterRequest request, DateOnly on, CancellationToken stop)
    {
        var expected = await ExpectedAsync(request, StepKind.Endorse, on, stop);
        if (request.Type.NeedsWetInk) return expected;
        var roles = request.Type.Steps.Skip(request.Step + 1).Where(step => step.Kind is StepKind.Endorse).Select(step => step.Role);
        return [.. expected.Zip(roles, (endorser, role) => endorser with { Lines = [holders.OfficeOf(role)] })];
    }

    static RegisterEntry EntryOf(Guid letter, string number, LetterRequest request, NumberRegister register, int sequence, DateTimeOffset at, SignerOf signer) => new()
    {
        Register = register.Id,
        Period = register.PeriodOf(DateOf(at)),
        Sequence = sequence,
        Number = number,
        Date = DateOf(at),
        At = at,
        Subject = request.Type.Name.Indonesian,
        Party = request.Subject.Name,
        Letter = letter,
        Place = request.Place,
        By = signer.SignedBy,
    };

    string NumberOf(LetterRequest request, NumberRegister register, int sequence, DateTimeOffset at) =>
        NumberFormat.Write(register.Format, sequence, DateOf(at), ModelOf.Class(request.Type, DateOf(at)), village);

    static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
}

using SmartKampung.Letters.District.Register;
using SmartKampung.Letters.Issued.Registers;
using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>The letters of a part of a run, each with its number. Made at the same time; made again are only those whose number or day turned out another.</summary>
sealed class DraftSet(
    MakeDraft make, IReadOnlyList<(LetterRequest Request, SigningItem Item)> asked, IReadOnlyDictionary<Guid, Letter> letters, NumberRegister? register, IReadOnlyDictionary<Guid, DistrictNumber> endorsed,
    SignerOf signer)
{
    readonly Dictionary<Guid, Draft> made = [];
    readonly Dictionary<Guid, string> failed = [];

    public IReadOnlyList<Draft> Drafts => [.. Open.Select(open => made[open.Request.Id])];

    /// <summary>The requests whose paper can't be made, with the reason.</summary>
    public IReadOnlyDictionary<Guid, string> Failed => failed;

    IEnumerable<(LetterRequest Request, SigningItem Item)> Open => asked.Where(one => !failed.ContainsKey(one.Request.Id));

    /// <summary>Numbers them from here on. What fails takes no number: those behind it move up.</summary>
    /// <exception cref="PaperException">No papers can be made at the moment.</exception>
    /// <exception cref="SigningException">The signer can't sign.</exception>
    public async Task FitAsync(int first, DateTimeOffset at, CancellationToken stop)
    {
        int failures;
        do
        {
            failures = failed.Count;
            await Task.WhenAll(Open.Select((one, position) => FitAsync(one.Request, one.Item, register is null ? 0 : first + position, at, stop)).ToList());
        }
        while (failed.Count > failures);
    }

    async Task FitAsync(LetterRequest request, SigningItem item, int sequence, DateTimeOffset at, CancellationToken stop)
    {
        lock (made)
            if (made.TryGetValue(request.Id, out var known) && known.Fits(sequence, at)) return;
        try
        {
            var draft = !FirstSignature.IsNext(request) && letters.TryGetValue(request.Letter!.Value, out var letter)
                ? await make.NextAsync(request, item, letter, endorsed.GetValueOrDefault(request.Id)?.Number ?? "", at, signer, stop)
                : await make.FirstAsync(request, item, register!, sequence, at, signer, stop);
            lock (made) made[request.Id] = draft;
        }
        catch (Exception mistake) when (mistake is PaperTextException or PaperException { IsPassing: false })
        {
            lock (made) failed[request.Id] = mistake.Message;
        }
    }
}

using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Demo;

/// <summary>A drawn card in the place of each photographed paper.</summary>
sealed class DemoPapers(IPrivateFiles files)
{
    const string Card = "contoh.png";
    const string Kind = "image/png";

    public async Task<IReadOnlyList<Attachment>> SaveAsync(LetterRequest request, CancellationToken stop)
    {
        var card = await DemoFolder.ReadBytesAsync(Card, stop);
        var saved = new List<Attachment>();
        foreach (var document in request.AskedDocuments().Where(document => document.IsRequired))
            saved.Add(new(document.Key, await files.SaveAsync(card, stop), Kind, card.Length));
        return saved;
    }
}

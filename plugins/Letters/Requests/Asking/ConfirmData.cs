namespace SmartKampung.Letters.Requests.Asking;

/// <summary>What the register says of the person, before the questions.</summary>
static class ConfirmData
{
    public static async Task<Page> Show(Guid id, OwnRequests own, CancellationToken stop) =>
        await own.FindOpenAsync(id, stop) is { } request
            ? Page.View("letter-data", new { request, path = request.Path(), next = request.PathOf(request.NextPage()) })
            : Page.NotFound();
}

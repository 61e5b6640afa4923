namespace SmartKampung.Letters.Requests.Following;

/// <summary>What the resident asked for, the latest first.</summary>
static class ListOwn
{
    const int Most = 50;

    public static async Task<Page> Show(OwnRequests own, CancellationToken stop)
    {
        var requests = await own.ListAsync(Most, stop);
        return Page.View("letter-own", new { requests = requests.Select(request => new OwnRequest(request, request.Path(), request.Pages().Count)).ToList() });
    }
}

sealed record OwnRequest(LetterRequest Request, string Path, int Questions);

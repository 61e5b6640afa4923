namespace SmartKampung.Letters.Requests.Desk;

/// <summary>Somebody says that they work on it, so that no second does; what others took stays theirs.</summary>
static class ClaimRequests
{
    public const int Most = 50;

    public static async Task<Page> Claim(Form<Selection> form, DeskRequests requests, DeskRights rights, CancellationToken stop)
    {
        if (!form.IsValid) return Page.SeeOther(Inbox.Path, "desk.none_selected");
        var claimed = 0;
        foreach (var id in form.Value.Selected.Distinct().Take(Most))
            if (await requests.FindAsync(id, stop) is { ClaimedBy: null } request && rights.MayTake(request) && await requests.SaveAsync(request with { ClaimedBy = rights.Account }, stop) is not null)
                claimed++;
        return Page.SeeOther(Inbox.Path, claimed > 0 ? "desk.claimed" : "desk.none_claimed");
    }
}

/// <summary>Requests that were ticked in a list.</summary>
sealed record Selection([Required, MinLength(1)] List<Guid> Selected);

using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Privacy;

/// <summary>Reminds staff on the console's first page of requests that wait for an answer.</summary>
sealed class WaitingRequests(PersonalRequests requests, TextLibrary texts, TimeProvider clock)
{
    public async Task<IReadOnlyList<Trouble>> InAsync(HttpContext context, CancellationToken stop)
    {
        if (!Rights.Holds(context, ScopeOfRequest.PermissionOf(context))) return [];
        var open = (await requests.InAsync(ScopeOfRequest.Of(context), stop)).Where(request => request.IsOpen).ToList();
        if (open.Count == 0) return [];
        var (text, late) = (texts.For(PageOwner.Host.Id, context), open.Count(request => request.DueAt < clock.GetUtcNow()));
        return [new(text["privacy.waiting", open.Count], late > 0 ? text["privacy.waiting_late", late] : text["privacy.waiting_mend"], ManageRequests.Path)];
    }
}

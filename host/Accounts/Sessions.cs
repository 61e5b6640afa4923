using Microsoft.AspNetCore.Authentication;

namespace SmartKampung.Host.Accounts;

/// <summary>Signs people in and out: a device each time, so that nothing that someone else may hold goes on being worth something.</summary>
sealed class Sessions(AccountDocuments documents, TimeProvider clock)
{
    const int LongestBrowser = 200;

    public async Task BeginAsync(HttpContext context, Account account, Proof proof, CancellationToken stop)
    {
        var device = new Device
        {
            AccountId = account.Id,
            Proof = proof,
            SignedInAt = clock.GetUtcNow(),
            Browser = Shorten(context.Request.Headers.UserAgent.ToString()),
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
        };
        var session = documents.OpenSession();
        session.Store(device);
        await session.SaveChangesAsync(stop);
        await NoteAsync(account.Id, stop);
        await SessionCookie.IssueAsync(context, device);
    }

    public async Task EndAsync(HttpContext context, CancellationToken stop)
    {
        if (SignedIn.Of(context) is { } person) await EndAsync(person.Device.Id, stop);
        await context.SignOutAsync(SessionCookie.Scheme);
    }

    /// <summary>Two at once are as good as one.</summary>
    async Task NoteAsync(Guid account, CancellationToken stop)
    {
        var session = documents.OpenSession();
        session.Store((await session.LoadAsync<LastSignIn>(account, stop) ?? new() { Id = account, At = default }) with { At = clock.GetUtcNow() });
        await AccountDocuments.TrySaveAsync(session, stop);
    }

    async Task EndAsync(Guid device, CancellationToken stop)
    {
        var session = documents.OpenSession();
        if (await session.LoadAsync<Device>(device, stop) is not { } present) return;
        session.Delete(present);
        await session.SaveChangesAsync(stop);
    }

    static string Shorten(string browser) => browser.Length <= LongestBrowser ? browser : browser[..LongestBrowser];
}

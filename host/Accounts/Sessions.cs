using Microsoft.AspNetCore.Authentication;
using SmartKampung.Host.Audit;

namespace SmartKampung.Host.Accounts;

/// <summary>Signs people in and out: a device each time, so that nothing that someone else may hold goes on being worth something.</summary>
sealed class Sessions(AccountDocuments documents, Sightings sightings, KnownBrowsers browsers, AuditLog log, TimeProvider clock)
{
    const int LongestBrowser = 300;

    /// <summary>Begins a session. The browser's earlier one ends, and so do those that nobody can come back to.</summary>
    public async Task BeginAsync(HttpContext context, Account account, Proof proof, CancellationToken stop)
    {
        var device = DeviceOf(context, account, proof);
        var earlier = SignedIn.Of(context)?.Device.Id;
        var present = await documents.SaveAsync(
            async session =>
            {
                foreach (var old in await DevicesOf(session, account.Id, stop))
                    if (old.Id == earlier || IsOver(old)) session.Delete(old);
                session.Store(device);
                session.Store((await session.LoadAsync<LastSignIn>(account.Id, stop) ?? new() { Id = account.Id, At = default }) with { At = clock.GetUtcNow() });
                return await session.LoadAsync<Account>(account.Id, stop);
            },
            stop);
        if (present is not null) browsers.Remember(context, present);
        await log.NoteAsync(Actor.Of(context, account), "sign-in", null, stop);
        await SessionCookie.IssueAsync(context, device);
    }

    /// <summary>After a change of what proves who one is: a new session for this browser, and none for all others.</summary>
    public Task RenewAsync(HttpContext context, CancellationToken stop) => RenewAsync(context, SignedIn.Of(context)!.Device.Proof, stop);

    /// <summary>The same for who has just set up a second step, which proves them along.</summary>
    public Task ProveAsync(HttpContext context, CancellationToken stop) => RenewAsync(context, Proof.SecondStep, stop);

    async Task RenewAsync(HttpContext context, Proof proof, CancellationToken stop)
    {
        var person = SignedIn.Of(context)!;
        await EndAsync(person.Account.Id, device => device.Id != person.Device.Id, stop);
        await BeginAsync(context, person.Account, proof, stop);
    }

    public async Task EndAsync(HttpContext context, CancellationToken stop)
    {
        if (SignedIn.Of(context) is { } person) await EndAsync(person.Account.Id, device => device.Id == person.Device.Id, stop);
        await context.SignOutAsync(SessionCookie.Scheme);
    }

    /// <summary>Ends the account's sessions on the devices that are asked for.</summary>
    public Task EndAsync(Guid account, Func<Device, bool> which, CancellationToken stop) => documents.SaveAsync(
        async session =>
        {
            await EndAsync(session, account, which, stop);
            return true;
        },
        stop);

    /// <summary>The same, as a part of a unit of work.</summary>
    public static async Task EndAsync(IDocumentSession session, Guid account, Func<Device, bool> which, CancellationToken stop)
    {
        foreach (var device in await DevicesOf(session, account, stop))
            if (which(device)) session.Delete(device);
    }

    Device DeviceOf(HttpContext context, Account account, Proof proof) => new()
    {
        AccountId = account.Id,
        Proof = proof,
        SignedInAt = clock.GetUtcNow(),
        LastSeenAt = clock.GetUtcNow(),
        Browser = Shorten(context.Request.Headers.UserAgent.ToString()),
        Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
    };

    bool IsOver(Device device) => clock.GetUtcNow() - sightings.Of(device) > SessionCookie.Life;

    static Task<IReadOnlyList<Device>> DevicesOf(IDocumentSession session, Guid account, CancellationToken stop) =>
        session.Query<Device>().Where(device => device.AccountId == account).ToListAsync(stop);

    static string Shorten(string browser) => browser.Length <= LongestBrowser ? browser : browser[..LongestBrowser];
}

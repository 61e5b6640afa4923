using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Regency;

/// <summary>Begins and ends visits. The visit and the right that it gives are saved together, and the right is worth nothing after the hour, whatever happens.</summary>
sealed class SupportVisits(RegencyDocuments documents, AccountDocuments accounts, TimeProvider clock)
{
    /// <summary>Begins a visit; one that goes on stays as it is.</summary>
    public async Task BeginAsync(Guid village, Account account, string reason, CancellationToken stop)
    {
        while (true)
        {
            var (session, now) = (documents.OpenSession(), clock.GetUtcNow());
            var rights = accounts.Join(session);
            var right = await RightOfAsync(rights, village, account.Id, stop);
            if (right?.HoldsAt(now) is true) return;
            session.Store(new SupportVisit { Village = village, AccountId = account.Id, Name = account.Name, Reason = reason, BeganAt = now, EndsAt = now + SupportVisit.Life });
            rights.Store((right ?? NewRight(village, account.Id)) with { GivenAt = now, EndsAt = now + SupportVisit.Life });
            if (await AccountDocuments.TrySaveAsync(session, stop)) return;
        }
    }

    /// <summary>Ends the visit of a person in a village; nothing where there is none.</summary>
    public async Task EndAsync(Guid village, Guid account, CancellationToken stop)
    {
        while (true)
        {
            var (session, now) = (documents.OpenSession(), clock.GetUtcNow());
            foreach (var visit in (await VisitsOfAsync(session, village, now, stop)).Where(visit => visit.AccountId == account && visit.EndsAt > now)) session.Store(visit with { EndsAt = now });
            var rights = accounts.Join(session);
            if (await RightOfAsync(rights, village, account, stop) is { } right) rights.Delete(right);
            if (await AccountDocuments.TrySaveAsync(session, stop)) return;
        }
    }

    /// <summary>The visits of the last 30 days in a village, the latest first.</summary>
    public async Task<IReadOnlyList<VisitTold>> LatelyAsync(Guid village, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var visits = await VisitsOfAsync(documents.OpenSession(), village, now - SupportVisit.Told, stop);
        return [.. visits.OrderByDescending(visit => visit.BeganAt).Select(visit => new VisitTold(visit.AccountId, visit.Name, visit.Reason, visit.BeganAt, visit.EndsAt, visit.EndsAt > now))];
    }

    static RoleAssignment NewRight(Guid village, Guid account) => new() { AccountId = account, Role = RoleNames.Support, Scope = Scope.Village(village).ToString() };

    static Task<RoleAssignment?> RightOfAsync(IDocumentSession rights, Guid village, Guid account, CancellationToken stop)
    {
        var scope = Scope.Village(village).ToString();
        return rights.Query<RoleAssignment>().Where(role => role.AccountId == account && role.Scope == scope && role.Role == RoleNames.Support).FirstOrDefaultAsync(stop);
    }

    static Task<IReadOnlyList<SupportVisit>> VisitsOfAsync(IDocumentSession session, Guid village, DateTimeOffset since, CancellationToken stop) =>
        session.Query<SupportVisit>().Where(visit => visit.Village == village && visit.EndsAt > since).ToListAsync(stop);
}

/// <param name="AccountId">Of whom.</param>
/// <param name="Name">Who they are.</param>
/// <param name="Reason">Why they came.</param>
/// <param name="BeganAt">Since when.</param>
/// <param name="EndsAt">Until when.</param>
/// <param name="IsOpen">Whether they are still there.</param>
sealed record VisitTold(Guid AccountId, string Name, string Reason, DateTimeOffset BeganAt, DateTimeOffset EndsAt, bool IsOpen);

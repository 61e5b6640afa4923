using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Privacy;

/// <summary>The own words of privacy notices, and which version of a notice counts.</summary>
sealed class Notices(PrivacyDocuments documents, TimeProvider clock)
{
    /// <summary>The edition of the words that come with the host; it changes with their meaning.</summary>
    const string Edition = "2026-11";

    static readonly Guid OfRegency = new("0b9cf1d2-8a0c-4a55-9f2e-1f5a3c7d9e42");

    public async Task<Notice> FindAsync(Scope scope, CancellationToken stop) =>
        await documents.OpenSession().LoadAsync<Notice>(IdOf(scope), stop) ?? new() { Id = IdOf(scope), Scope = scope.ToString() };

    /// <summary>Names what could be read: the host's edition, and how often the regency and the village have changed their words.</summary>
    public async Task<string> VersionAsync(Scope scope, CancellationToken stop)
    {
        var regency = (await FindAsync(Scope.Regency, stop)).Version;
        return scope.Kind is ScopeKind.Village ? $"{Edition}.{regency}.{(await FindAsync(scope, stop)).Version}" : $"{Edition}.{regency}";
    }

    /// <summary>False where somebody else was faster.</summary>
    public async Task<bool> SaveAsync(Notice seen, NoticeForm typed, CancellationToken stop)
    {
        var session = documents.OpenSession();
        session.Store(seen with { Text = new(typed.Text, typed.TextEn), Contact = typed.Contact, ChangedAt = clock.GetUtcNow() });
        return await AccountDocuments.TrySaveAsync(session, stop);
    }

    static Guid IdOf(Scope scope) => scope.Kind is ScopeKind.Village ? scope.VillageId : OfRegency;
}

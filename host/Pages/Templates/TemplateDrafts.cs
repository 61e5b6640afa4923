using BitFaster.Caching.Lru;
using Microsoft.AspNetCore.WebUtilities;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Pages;

/// <summary>
/// Templates that staff try on before they publish them: kept in memory, for the person who wrote them alone. A page shows one where its address
/// names it; such a page is that of somebody who is signed in, which is never kept.
/// </summary>
sealed class TemplateDrafts
{
    public const string QueryKey = "pratinjau";

    const int Capacity = 100;

    readonly ConcurrentLru<Guid, TemplateDraft> drafts = new(Capacity);

    public void Keep(TemplateDraft draft)
    {
        Drop(draft.Account, draft.Village, draft.Owner, draft.Name);
        drafts.AddOrUpdate(draft.Id, draft);
    }

    public TemplateDraft? Find(Guid account, Guid village, string owner, string name) =>
        drafts.Select(entry => entry.Value).FirstOrDefault(draft => draft.Account == account && draft.Village == village && draft.Owner == owner && draft.Name == name);

    public void Drop(Guid account, Guid village, string owner, string name)
    {
        if (Find(account, village, owner, name) is { } draft) drafts.TryRemove(draft.Id);
    }

    /// <summary>The draft that a request's address names, if it is of the person who asks and they still may.</summary>
    public TemplateDraft? Of(HttpContext context)
    {
        if (SignedIn.Of(context) is not { } person || PresentVillage.Of(context) is not { } village) return null;
        if (NamedIn(context.Request.QueryString) is not { } id || !drafts.TryGet(id, out var draft)) return null;
        if (draft.Account != person.Account.Id || draft.Village != village.Id || !Rights.Holds(context, HostPermissions.Look)) return null;
        context.Features.Set(draft);
        return draft;
    }

    /// <summary>Read from the text: the request's own reading is kept with whom it was lent to, and pages are made of lent ones too.</summary>
    static Guid? NamedIn(QueryString query) =>
        query.HasValue && QueryHelpers.ParseQuery(query.Value).TryGetValue(QueryKey, out var named) && Guid.TryParse(named, out var id) ? id : null;
}

/// <summary>A template that somebody tries on.</summary>
sealed record TemplateDraft(Guid Account, Guid Village, string Owner, string Name, string Text)
{
    CompiledTemplate? compiled;

    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>As little trusted as any edited template.</summary>
    public CompiledTemplate Compiled => compiled ??= CompiledTemplate.Parse(Owner, Name, $"{Owner}/{Name}.html", Text, isTrusted: false);

    public bool IsFor(CompiledTemplate? found, string name) => found?.Owner == Owner && name == Name;
}

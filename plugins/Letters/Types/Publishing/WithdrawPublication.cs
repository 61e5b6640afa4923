using SmartKampung.Letters.Types.Editing;

namespace SmartKampung.Letters.Types.Publishing;

/// <summary>Takes a published type back: villages that did not change it have what is below it again. What was asked for goes on.</summary>
static class WithdrawPublication
{
    public static async Task<Page> Withdraw(string area, string slug, Form<Seen> form, Publications publications, CancellationToken stop)
    {
        if (!form.IsValid || await publications.BeginAsync(area, slug, stop) is not { Present: { } published } begun) return Page.NotFound();
        if (published.Version != form.Value.Version || !await publications.WithdrawAsync(published, form, stop)) return Page.SeeOther(begun.Path, "type.stale");
        return Page.SeeOther(ListPublications.Path, "publish.withdrawn");
    }
}

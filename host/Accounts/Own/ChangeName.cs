using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>What I am called, and the language that I like to read.</summary>
static class ChangeName
{
    public static Page Show(HttpContext context)
    {
        var account = SignedIn.Of(context)!.Account;
        return View(Form.Of(new NameAndLanguage(account.Name, Enum.TryParse<PreferredLanguage>(account.Language, ignoreCase: true, out var language) ? language : PreferredLanguage.Any)));
    }

    public static async Task<Page> SaveAsync(Form<NameAndLanguage> form, HttpContext context, AccountDocuments documents, TextLibrary texts, CancellationToken stop)
    {
        if (form.IsValid && !Characters.AreName(form.Value.Name)) form.AddError(nameof(NameAndLanguage.Name), texts.For(PageOwner.Host.Id, context)["validation.characters"]);
        if (!form.IsValid) return View(form);
        var language = form.Value.PageLanguage == PreferredLanguage.Any ? null : form.Value.PageLanguage.ToString().ToLowerInvariant();
        await documents.ChangeAsync<Account>(SignedIn.Of(context)!.Account.Id, account => account with { Name = form.Value.Name, Language = language }, stop);
        return Page.SeeOther("/akun", message: "own.saved");
    }

    static Page View(Form form) => Page.View("account-name", null, form);
}

/// <summary>What is typed about oneself.</summary>
sealed record NameAndLanguage([Required, StringLength(100)] string Name, PreferredLanguage PageLanguage);

/// <summary>The language that pages are opened in after signing in.</summary>
enum PreferredLanguage
{
    Any,
    Id,
    En,
}

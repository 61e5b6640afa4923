namespace SmartKampung.Host.Accounts;

/// <summary>My account.</summary>
static class ShowAccount
{
    public static Page Handle(HttpContext context)
    {
        var person = SignedIn.Of(context)!;
        return Page.View("account", new { name = person.Account.Name, login = person.Account.Login });
    }
}

namespace SmartKampung.Host.Accounts;

/// <summary>An account as ASP.NET Core Identity changes it in place before it is saved.</summary>
sealed class User(Account account)
{
    public Account Account { get; set; } = account;
}

using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>Where someone goes on after signing in: only ever a place of this installation.</summary>
static class ReturnAddress
{
    const int Longest = 500;

    /// <summary>The address if it is a path of this host, else the portal's home in the reader's language.</summary>
    public static string Of(HttpContext context, string? address) => IsLocal(address) ? address! : AtPortal(context, "/");

    /// <summary>The same as the query of a page that leads on to it.</summary>
    public static string Query(HttpContext context, string? address) => $"?kembali={Uri.EscapeDataString(Of(context, address))}";

    /// <summary>The sign-in page that leads back to where the request is.</summary>
    public static string SignInFrom(HttpContext context) => AtPortal(context, "/masuk") + BackTo(context);

    /// <summary>The page of the second step that leads back to where the request is.</summary>
    public static string SecondStepFrom(HttpContext context) => AtPortal(context, SecondStep.Path) + BackTo(context);

    /// <summary>A page of accounts in the reader's language.</summary>
    public static string AtPortal(HttpContext context, string path) => AddressBook.Of(context).AtPortal(path);

    /// <summary>The query of a page that leads back to where the request is.</summary>
    public static string BackTo(HttpContext context) => Query(context, context.Request.PathBase + context.Request.Path + context.Request.QueryString);

    static bool IsLocal(string? address) =>
        address is ['/', .. var rest] && address.Length <= Longest && rest is not ['/' or '\\', ..] && !rest.Any(letter => char.IsControl(letter) || letter == '\\');
}

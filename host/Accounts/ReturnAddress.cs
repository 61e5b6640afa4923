namespace SmartKampung.Host.Accounts;

/// <summary>Where someone goes on after signing in: only ever a place of this installation.</summary>
static class ReturnAddress
{
    const int Longest = 500;

    /// <summary>The address if it is a path of this host, else the portal's home.</summary>
    public static string Of(string? address) => IsLocal(address) ? address! : "/";

    /// <summary>The sign-in page that leads back to where the request is.</summary>
    public static string SignInFrom(HttpRequest request) => "/masuk" + BackTo(request);

    /// <summary>The page of the second step that leads back to where the request is.</summary>
    public static string SecondStepFrom(HttpRequest request) => "/akun/langkah-kedua" + BackTo(request);

    static string BackTo(HttpRequest request) => $"?kembali={Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString)}";

    static bool IsLocal(string? address) =>
        address is ['/', .. var rest] && address.Length <= Longest && rest is not ['/' or '\\', ..] && !rest.Any(letter => char.IsControl(letter) || letter == '\\');
}

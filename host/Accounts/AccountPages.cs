namespace SmartKampung.Host.Accounts;

/// <summary>The pages of accounts, at the installation's own address.</summary>
static class AccountPages
{
    public static IEndpointRouteBuilder MapAccountPages(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("/masuk", SignIn.Show).AllowAnyone();
        portal.MapPost("/masuk", SignIn.EnterAsync).AllowAnyone().LimitGuesses();
        portal.MapPost("/keluar", SignOut.HandleAsync).AllowAnyone();
        portal.MapGet("/slip", UseSlip.ShowAsync).AllowAnyone().LimitGuesses();
        portal.MapPost("/slip", UseSlip.OpenAsync).AllowAnyone().LimitGuesses();
        portal.MapGet("/akun", ShowAccount.Handle).AllowSignedIn();
        portal.MapTokens();
        portal.MapGet("/akun/langkah-kedua", SecondStep.ShowAsync).AllowSignedIn();
        portal.MapPost("/akun/langkah-kedua", SecondStep.ProveAsync).AllowSignedIn().LimitGuesses();
        return portal;
    }
}

using SmartKampung.Host.Accounts.Demo;
using SmartKampung.Host.Accounts.Interrupted;
using SmartKampung.Host.Accounts.Lost;
using SmartKampung.Host.Accounts.Own;
using SmartKampung.Host.Accounts.Passkeys;
using SmartKampung.Host.Privacy;

namespace SmartKampung.Host.Accounts;

/// <summary>The pages of accounts, at the installation's own address.</summary>
static class AccountPages
{
    public static IEndpointRouteBuilder MapAccountPages(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("/masuk", SignIn.Show).AllowAnyone();
        portal.MapPost("/masuk", SignIn.EnterAsync).AllowAnyone().LimitGuesses();
        portal.MapPost("/masuk/kunci-sandi/pilihan", SignInByPasskey.AskAsync).AllowAnyone().LimitGuesses();
        portal.MapPost("/masuk/kunci-sandi", SignInByPasskey.EnterAsync).AllowAnyone().LimitGuesses();
        portal.MapGet("/masuk/lanjut", InterruptedForm.Show).AllowSignedIn();
        portal.MapPost("/keluar", SignOut.HandleAsync).AllowAnyone();
        portal.MapForgottenPassword();
        portal.MapGet("/slip", UseSlip.ShowAsync).AllowAnyone().LimitGuesses();
        portal.MapPost("/slip", UseSlip.OpenAsync).AllowAnyone().LimitGuesses();
        portal.MapPost("/slip/tambah", UseSlip.AddAsync).AllowSignedIn().LimitGuesses();
        portal.MapPost("/slip/sandi", UseSlip.RenewAsync).AllowAnyone().LimitGuesses();
        portal.MapGet(SecondStep.Path, SecondStep.ShowAsync).AllowSignedIn();
        portal.MapPost(SecondStep.Path, SecondStep.ProveAsync).AllowSignedIn().LimitGuesses();
        portal.MapPost(SkipSecondStep.Path, SkipSecondStep.HandleAsync).AllowSignedIn();
        portal.MapNotice();
        portal.MapOwnPages();
        portal.MapTokens();
        return portal;
    }
}

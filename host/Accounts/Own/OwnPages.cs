using SmartKampung.Host.Accounts.Passkeys;
using SmartKampung.Host.Privacy;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>My account: a page for each thing that one changes.</summary>
static class OwnPages
{
    public static void MapOwnPages(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("/akun", ShowAccount.HandleAsync).AllowSignedIn();
        var own = portal.MapGroup("/akun").AddEndpointFilter(AskForSecondStepAsync);
        own.MapGet("/nama", ChangeName.Show).AllowSignedIn();
        own.MapPost("/nama", ChangeName.SaveAsync).AllowSignedIn();
        own.MapGet("/login", ChangeLogin.Show).AllowSignedIn();
        own.MapPost("/login", ChangeLogin.SaveAsync).AllowSignedIn().LimitGuesses();
        own.MapGet("/sandi", ChangePassword.Show).AllowSignedIn();
        own.MapPost("/sandi", ChangePassword.SaveAsync).AllowSignedIn().LimitGuesses();
        own.MapApp();
        own.MapPasskeys();
        own.MapDevices();
        own.MapGet("/peran", ShowRoles.Handle).AllowSignedIn();
        own.MapGet("/data", DownloadData.HandleAsync).AllowSignedIn();
        own.MapOwnData();
        own.MapGet("/tutup", CloseAccount.Show).AllowSignedIn();
        own.MapPost("/tutup", CloseAccount.CloseAsync).AllowSignedIn().LimitGuesses();
    }

    /// <summary>Whoever has set up a second step changes nothing without it: else a guessed password alone would bring a step of the guesser's own.</summary>
    static async ValueTask<object?> AskForSecondStepAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (SignedIn.Of(context) is not { Account.HasSecondStep: true, HasProvedTwice: false }) return await next(invocation);
        return HttpMethods.IsPost(context.Request.Method) ? Results.StatusCode(StatusCodes.Status403Forbidden) : new SeeOther(ReturnAddress.SecondStepFrom(context));
    }
}

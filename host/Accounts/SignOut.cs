namespace SmartKampung.Host.Accounts;

/// <summary>Signing out of the browser that one is at.</summary>
static class SignOut
{
    public static async Task<IResult> HandleAsync(HttpContext context, Sessions sessions, CancellationToken stop)
    {
        await sessions.EndAsync(context, stop);
        return new SeeOther("/");
    }
}

namespace SmartKampung.Host.Accounts;

/// <summary>Answers 429 for a minute to an address that guessed wrong too often, whatever it sends then.</summary>
static class LimitedGuesses
{
    public static RouteHandlerBuilder LimitGuesses(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        if (!context.RequestServices.GetRequiredService<WrongGuesses>().IsFull(context)) return await next(invocation);
        Challenge.Slow(context);
        return Results.StatusCode(Challenge.StatusFor(context));
    });
}

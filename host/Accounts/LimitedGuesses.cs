namespace SmartKampung.Host.Accounts;

/// <summary>Answers 429 for a minute to an address that guessed wrong too often, whatever it sends then.</summary>
static class LimitedGuesses
{
    public static RouteHandlerBuilder LimitGuesses(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (invocation, next) =>
    {
        var (context, guesses) = (invocation.HttpContext, invocation.HttpContext.RequestServices.GetRequiredService<WrongGuesses>());
        if (!guesses.TryBegin(context))
        {
            Challenge.Slow(context);
            return Results.StatusCode(Challenge.StatusFor(context));
        }

        try
        {
            return await next(invocation);
        }
        finally
        {
            guesses.End(context);
        }
    });
}

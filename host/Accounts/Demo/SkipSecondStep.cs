namespace SmartKampung.Host.Accounts.Demo;

/// <summary>The way past the second step for demo accounts, which nobody else has and nobody at all without --demo.</summary>
static class SkipSecondStep
{
    public const string Path = "/akun/langkah-kedua/demo";

    public static async Task<IResult> HandleAsync(string? kembali, HttpContext context, DemoMode demo, Sessions sessions, CancellationToken stop)
    {
        var account = SignedIn.Of(context)!.Account;
        if (!demo.IsOf(account)) return Page.NotFound();
        await sessions.BeginAsync(context, account, Proof.SecondStep, stop);
        return new SeeOther(ReturnAddress.Of(context, kembali));
    }
}

using SmartKampung.Host.Accounts.Demo;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>What the ways to sign in share: where one goes on, and how one is refused.</summary>
sealed class Entrance(Sessions sessions, PreferredAddress preferred, PresentAccounts accounts, OwnConsoles consoles, DemoMode demo, TextLibrary texts)
{
    /// <summary>Begins a session and leads on, over the second step where a password alone does not do.</summary>
    public async Task<IResult> EnterAsync(HttpContext context, Account account, Proof proof, string? back, CancellationToken stop)
    {
        await sessions.BeginAsync(context, account, proof, stop);
        var address = await preferred.OfAsync(account, await WayAsync(context, account, back, stop), stop);
        return new SeeOther(proof == Proof.Password && account.HasSecondStep
            ? await preferred.OfAsync(account, ReturnAddress.AtPortal(context, SecondStep.Path), stop) + ReturnAddress.Query(context, address)
            : address);
    }

    /// <summary>Who came from nowhere in particular goes to where they work.</summary>
    async Task<string> WayAsync(HttpContext context, Account account, string? back, CancellationToken stop)
    {
        var way = ReturnAddress.Of(context, back);
        if (way != ReturnAddress.AtPortal(context, "/")) return way;
        var own = consoles.Of((await accounts.FindAsync(account.Id, stop))?.Roles ?? [], context);
        return own.Count switch { 0 => way, 1 => own[0].Path, _ => ReturnAddress.AtPortal(context, "/akun") };
    }

    public Page View(HttpContext context, string? back, Form form) =>
        Page.View("sign-in", new { back = ReturnAddress.Query(context, back), demo = demo.People, demo_password = DemoPeople.Password }, form);

    /// <summary>Says what was wrong; nothing in the answer tells whether there is such an account.</summary>
    public Page Refuse(HttpContext context, string? back, string reason, Form<Credentials>? typed = null)
    {
        var form = typed ?? new Form<Credentials>(null, isFilled: true, new Dictionary<string, string>());
        form.AddError("", texts.For(PageOwner.Host.Id, context)[reason]);
        return View(context, back, form);
    }
}

using SmartKampung.Host.Accounts;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Audit;

/// <summary>Who does what is being done now, for the audit log; nobody for visitors and for the host's own work.</summary>
/// <param name="AccountId">The person's account; null for the administrator key.</param>
/// <param name="Name">What the log calls them, also once the account is closed.</param>
/// <param name="Roles">Their roles where they are.</param>
/// <param name="Address">Where the request came from.</param>
/// <param name="Village">The village where they are, or null at the regency.</param>
/// <param name="Action">The request, as its method and the pattern of its route.</param>
sealed record Actor(Guid? AccountId, string Name, string Roles, string Address, Guid? Village, string Action)
{
    const string Key = "administrator-key";

    /// <summary>The host itself, where it does by itself what people want to find in the records.</summary>
    public static Actor Host { get; } = new(null, HostName, "", "", null, "");

    /// <summary>What the log calls the host.</summary>
    public const string HostName = "host";

    static readonly AsyncLocal<Actor?> Present = new();

    /// <summary>Flows with the request into whatever it calls, background work that it starts included.</summary>
    public static Actor? Current => Present.Value;

    public static void Enter(Actor? actor) => Present.Value = actor;

    /// <summary>Null for who is neither signed in nor has the key.</summary>
    public static Actor? Of(HttpContext context)
    {
        var person = SignedIn.Of(context);
        if (person is null && !context.User.IsSystemAdministrator()) return null;
        return new(
            person?.Account.Id,
            person?.Account.Name ?? Key,
            person is null ? "" : string.Join(", ", person.RolesIn(PresentVillage.Of(context)).Distinct()),
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            VillageOf(context),
            ActionOf(context));
    }

    /// <summary>Who is just signing in.</summary>
    public static Actor Of(HttpContext context, Account account) =>
        new(account.Id, account.Name, "", context.Connection.RemoteIpAddress?.ToString() ?? "", VillageOf(context), ActionOf(context));

    static Guid? VillageOf(HttpContext context) => PresentVillage.Of(context)?.Id
        ?? (context.Request.RouteValues["code"] is string code ? context.RequestServices.GetRequiredService<VillageRegistry>().FindByCode(code)?.Id : null);

    static string ActionOf(HttpContext context) =>
        $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? context.Request.Path.Value}";
}

using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Modules;

/// <summary>Tells a module who is signed in.</summary>
sealed class ModulePerson(CapsuleContext context) : IPerson
{
    public Guid? Id => Account?.Id;

    public string Name => Account?.Name ?? "";

    public string Role => SignedIn?.RolesAt(context.VillageOrNull).OrderByDescending(RoleNames.IsStaff).FirstOrDefault() ?? "";

    public Guid? RegisteredAs => context.VillageOrNull is { } village ? SignedIn?.ReferenceIn(village) : null;

    Account? Account => SignedIn?.Account;

    SignedIn? SignedIn => context.Http is { } http ? Accounts.SignedIn.Of(http) : null;
}

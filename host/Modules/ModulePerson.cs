using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Modules;

/// <summary>Tells a module who is signed in.</summary>
sealed class ModulePerson(CapsuleContext context) : IPerson
{
    public Guid? Id => Account?.Id;

    public string Name => Account?.Name ?? "";

    Account? Account => context.Http is { } http ? SignedIn.Of(http)?.Account : null;
}

using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Modules;

/// <summary>Answers a module by the same reasoning that guards its routes.</summary>
sealed class ModuleRights(CapsuleContext context) : IRights
{
    public bool Has(Permission permission) => context.Http is { } http && Rights.Holds(http, permission);

    public bool IsIn(string role) => context.Http is { } http && Rights.IsIn(http, role);
}

namespace SmartKampung.Host.Modules;

/// <summary>Answers a module by the same reasoning that guards its routes.</summary>
sealed class Rights(CapsuleContext context) : IRights
{
    public bool Has(Permission permission) => context.Http is { } http && RuleCheck.May(http, new Rule(permission));
}

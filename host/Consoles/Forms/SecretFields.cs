using SmartKampung.Host.Accounts.Interrupted;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>Which fields of a module's settings form are secret, whatever they are called.</summary>
static class SecretFields
{
    /// <param name="parameter">The part of the route that names the module.</param>
    public static MayHoldSecrets OfModule(string parameter) => new(context => Of(context.RequestServices.GetRequiredService<IModuleCatalog>().FindSettings(context.GetRouteValue(parameter) as string ?? "")));

    static string[] Of(ModuleInfo? module) =>
        module is null ? [] : [.. module.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings).Where(setting => setting.KindOf() is SettingKind.Secret).Select(setting => setting.Name)];
}

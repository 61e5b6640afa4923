using SmartKampung.Host.Accounts;
using SmartKampung.Host.Archives;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Background;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Operations;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Api;

/// <summary>What programs ask of the host; modules map their own beside it.</summary>
static class ApiComposition
{
    public static void MapApi(this WebApplication app)
    {
        app.MapVillageApi();
        app.MapModuleSettingsApi();
        app.MapTemplatesApi().RequireAdministrator();
        app.MapBackgroundApi().RequireAdministrator();
        app.MapArchivesApi();
        app.MapAuditApi();
        app.MapBackupsApi();
        app.MapPersonalKeysApi();
    }
}

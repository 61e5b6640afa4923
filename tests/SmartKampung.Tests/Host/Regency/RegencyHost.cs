using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Regency;

/// <summary>A host for the tests of one class, with the browsers of those who work for the regency.</summary>
public sealed class RegencyHost : IAsyncLifetime
{
    public TestHost Host { get; } = new();

    internal VillageRegistry Villages => Host.Services.GetRequiredService<VillageRegistry>();

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal Task<StaffBrowser> AdministratorAsync(string name = "Rina Wulandari") => StaffBrowser.SignInAsync(Host, Roles.RegencyAdministrator, Scope.Regency, name: name);

    internal Task<StaffBrowser> AuditorAsync() => StaffBrowser.SignInAsync(Host, Roles.Auditor, Scope.Regency);

    internal Task<StaffBrowser> DistrictStaffAsync(string district = "35.10.24") => StaffBrowser.SignInAsync(Host, Roles.DistrictStaff, Scope.District(district));
}

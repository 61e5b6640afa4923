using System.Net;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Plugins.Letters.Lives;

/// <summary>A host where letters are on in the villages alone that live now: time passes in them, and what it brings runs in no other.</summary>
public sealed class LivesHost : VillagesHost
{
    static readonly string[] Modules = ["residents", "letters"];
    static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 15, 0, TimeSpan.Zero);

    private protected override string[] Everywhere => [];

    private protected override void Add(PluginFolders plugins) => plugins.AddResidents().AddLetters();

    /// <summary>A village that nothing happened in yet.</summary>
    internal async Task<LettersVillage> BeginAsync()
    {
        Host.Clock.AdjustTime(Start);
        var village = Next();
        foreach (var module in Modules)
        {
            using var on = await Host.Administrator.PutAsync($"/api/villages/{village.Code}/modules/{module}", null, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, on.StatusCode);
        }

        Task<StaffBrowser> SignInThereAsync(string role, string name, Territory? territory, Guid? reference) => SignInAsync(role, village, name, territory, reference);
        return await new LettersVillage(Host, village.Code, village.Slug, SignInThereAsync, await SignInAsync(Roles.Operator, village)).BeginAsync();
    }

    internal async Task EndAsync(LettersVillage village)
    {
        foreach (var module in Modules.Reverse())
            using (await Host.Administrator.DeleteAsync($"/api/villages/{village.Code}/modules/{module}", TestContext.Current.CancellationToken)) { }
    }
}

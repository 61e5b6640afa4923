using SmartKampung.Host.Accounts;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>What a fresh village does first; nothing once all is done.</summary>
sealed class FirstSteps(ModuleCards cards, People people)
{
    public async Task<IReadOnlyList<FirstStep>> OfAsync(Village village, HttpContext context, CancellationToken stop)
    {
        var workers = (await people.OfAsync(village, stop)).Where(person => RoleNames.IsStaff(person.Role)).DistinctBy(person => person.Account);
        FirstStep[] steps =
        [
            new("profile", LinkIf(context, HostPermissions.Profile, "/kelola/profil"), village.Profile is { Address.Length: > 0, Officials.Count: > 0 }),
            new("pictures", LinkIf(context, HostPermissions.Profile, "/kelola/profil/foto"), village.Profile.HeroPictures().Count > 0),
            new("modules", LinkIf(context, HostPermissions.Modules, "/kelola/modul"), cards.Of(context).Any(module => module.IsOn)),
            new("people", LinkIf(context, HostPermissions.People, "/kelola/orang"), workers.Skip(1).Any()),
        ];
        return steps.All(step => step.IsDone) ? [] : steps;
    }

    static string? LinkIf(HttpContext context, Permission permission, string path) => Rights.Holds(context, permission) ? path : null;
}

/// <param name="Name">Names its texts.</param>
/// <param name="Link">Where it is done, or null for who may not.</param>
/// <param name="IsDone">Whether it was done.</param>
sealed record FirstStep(string Name, string? Link, bool IsDone);

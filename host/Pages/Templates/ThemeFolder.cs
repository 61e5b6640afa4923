using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Pages;

/// <summary>Where the theme lies: as configured, else templates/default beside the sources or beside the published host.</summary>
sealed class ThemeFolder(IOptions<SiteOptions> site, IHostEnvironment environment)
{
    static readonly string Relative = System.IO.Path.Combine("templates", "default");

    public string Path { get; } = site.Value.Theme.Length > 0 ? System.IO.Path.GetFullPath(site.Value.Theme) : Find(environment);

    public bool Reloads { get; } = environment.IsDevelopment();

    static string Find(IHostEnvironment environment)
    {
        string[] candidates =
        [
            System.IO.Path.Combine(environment.ContentRootPath, "..", Relative),
            System.IO.Path.Combine(environment.ContentRootPath, Relative),
            System.IO.Path.Combine(AppContext.BaseDirectory, Relative),
        ];
        return System.IO.Path.GetFullPath(candidates.FirstOrDefault(Directory.Exists) ?? candidates[^1]);
    }
}

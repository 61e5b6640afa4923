using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Modules;

/// <summary>Makes a module's templates, texts and assets known to the pages, all checked before the module runs.</summary>
sealed class ModulePages(TemplateLibrary templates, TextLibrary texts, AssetLibrary assets)
{
    /// <exception cref="ModuleException">A template has an error, told with file, line and column, or a text file is not what it should be.</exception>
    public void Add(Module module)
    {
        try
        {
            texts.AddModule(module.Id, Path.Combine(module.Folder, "locales"), module.Manifest!.Texts);
            templates.AddModule(module.Id, Path.Combine(module.Folder, "templates"));
            assets.AddOwner(module.Id, Path.Combine(module.Folder, "assets"));
        }
        catch (FormatException mistake)
        {
            throw new ModuleException(mistake.Message, mistake);
        }
    }
}

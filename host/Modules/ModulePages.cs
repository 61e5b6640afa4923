using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Modules;

/// <summary>Makes a module's templates, texts and assets known to the pages, all checked before the module runs.</summary>
sealed class ModulePages(TemplateLibrary templates, TextLibrary texts, AssetLibrary assets)
{
    /// <exception cref="ModuleException">A template has an error, told with file, line and column, or a text file is not what it should be.</exception>
    public PagesOfModule Read(ModuleManifest manifest, string folder)
    {
        try
        {
            return new PagesOfModule(
                templates.Read(manifest.Id, Path.Combine(folder, "templates")),
                OwnerTexts.Read(Path.Combine(folder, "locales"), manifest.Texts),
                AssetFolder.Read(Path.Combine(folder, "assets")));
        }
        catch (FormatException mistake)
        {
            throw new ModuleException(mistake.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), mistake);
        }
    }

    public void Publish(Capsule capsule)
    {
        var pages = capsule.Pages!;
        texts.AddModule(capsule.Id, pages.Texts);
        templates.AddModule(capsule.Id, pages.Templates);
        assets.AddOwner(capsule.Id, pages.Assets);
    }

    public void Remove(string module)
    {
        texts.RemoveModule(module);
        templates.RemoveModule(module);
        assets.RemoveOwner(module);
    }
}

/// <summary>What a module's pages are made of.</summary>
sealed record PagesOfModule(TemplateFolder Templates, OwnerTexts Texts, AssetFolder Assets);

using SmartKampung.Letters.Types.Bases;
using SmartKampung.Letters.Types.Comparing;
using SmartKampung.Letters.Types.Editing;
using SmartKampung.Letters.Types.Publishing;

namespace SmartKampung.Letters.Types;

/// <summary>The letters that a village offers.</summary>
static class TypesComposition
{
    public static IServiceCollection AddTypes(this IServiceCollection services) => services
        .AddDocuments<VillageType>(d => d.Unique(t => t.Slug))
        .AddPortalDocuments<PublishedType>(d => d.Unique(t => t.Area, t => t.Slug).Index(t => t.Area).Index(t => t.Slug))
        .AddSingleton<Catalogue>()
        .AddScoped<TypeBases>()
        .AddScoped<TypeParts>()
        .AddScoped<TypeDifference>()
        .AddScoped<LetterTypes>()
        .AddScoped<TypeEditor>()
        .AddPermission(Permissions.Types)
        .AddPublishing();
}

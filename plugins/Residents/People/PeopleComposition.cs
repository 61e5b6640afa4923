namespace SmartKampung.Residents.People;

/// <summary>People, their families and where they live.</summary>
static class PeopleComposition
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddPermission(Permissions.Read)
        .AddPermission(Permissions.Write)
        .AddPermission(Permissions.Propose)
        .AddPermission(Permissions.Export)
        .AddPeopleDocuments();
}

namespace SmartKampung.Residents.People;

/// <summary>People, their families and where they live.</summary>
static class PeopleComposition
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddPermission(Permissions.Read)
        .AddPermission(Permissions.Write)
        .AddPermission(Permissions.Propose)
        .AddPermission(Permissions.Export)
        .AddPeopleDocuments()
        .AddScoped<PeopleFinder>()
        .AddScoped<PersonHistory>()
        .AddScoped<Readings>()
        .AddScoped<PersonCheck>()
        .AddScoped<PersonDesk>()
        .AddScoped<PersonPage>()
        .AddScoped<ShownFields>()
        .AddScoped<OwnRecord>()
        .AddHomeSection("own-home", ShowOwn.OnHome, order: 5)
        .AddDemoContent(FillDemo.Fill)
        .AddSharedService<IResidents, ResidentsOfVillage>()
        .AddSharedService<IDemoResidents, InventedResidents>();

    public static void MapPeople(this IEndpointRouteBuilder console)
    {
        console.MapGet("/", ListPeople.Show).RequirePermission(Permissions.Read);
        console.MapGet("/orang/baru", AddPerson.Show).RequirePermission(Permissions.Write);
        console.MapPost("/orang/baru", AddPerson.Save).RequirePermission(Permissions.Write);
        console.MapGet("/orang/{id:guid}", ShowPerson.Show).RequirePermission(Permissions.Read);
        console.MapPost("/orang/{id:guid}/buka", OpenRecord.Open).RequirePermission(Permissions.Read);
        console.MapGet("/orang/{id:guid}/ubah", EditPerson.Show).RequirePermission(Permissions.Write);
        console.MapPost("/orang/{id:guid}/ubah", EditPerson.Save).RequirePermission(Permissions.Write);
        console.MapGet("/orang/{id:guid}/keluarga", MoveToFamily.Show).RequirePermission(Permissions.Write);
        console.MapPost("/orang/{id:guid}/keluarga", MoveToFamily.Move).RequirePermission(Permissions.Write);
        console.MapPost("/orang/{id:guid}/slip", PrintSlip.Print).RequirePermission(Permissions.Write);
        console.MapGet("/orang/{id:guid}/gabung", MergePeople.Choose).RequirePermission(Permissions.Write);
        console.MapPost("/orang/{id:guid}/gabung", MergePeople.Find).RequirePermission(Permissions.Write);
        console.MapGet("/orang/{id:guid}/gabung/{other:guid}", MergePeople.Compare).RequirePermission(Permissions.Write);
        console.MapPost("/orang/{id:guid}/gabung/{other:guid}", MergePeople.Merge).RequirePermission(Permissions.Write);
        console.MapFamilies();
        console.MapUnits();
        console.MapProposals();
    }

    public static void MapPeopleApi(this IEndpointRouteBuilder village)
    {
        village.MapGet("/people", QueryPeople.List).RequirePermission(Permissions.Read);
        village.MapPost("/people", WritePeople.Add).RequirePermission(Permissions.Write);
        village.MapPost("/people/{id:guid}/open", QueryPeople.Open).RequirePermission(Permissions.Read);
        village.MapPut("/people/{id:guid}", WritePeople.Replace).RequirePermission(Permissions.Write);
    }

    static void MapFamilies(this IEndpointRouteBuilder console)
    {
        console.MapGet("/keluarga/baru", EditFamily.New).RequirePermission(Permissions.Write);
        console.MapPost("/keluarga/baru", EditFamily.Add).RequirePermission(Permissions.Write);
        console.MapGet("/keluarga/{id:guid}", ShowFamily.Show).RequirePermission(Permissions.Read);
        console.MapPost("/keluarga/{id:guid}/buka", ShowFamily.Open).RequirePermission(Permissions.Read);
        console.MapGet("/keluarga/{id:guid}/ubah", EditFamily.Show).RequirePermission(Permissions.Write);
        console.MapPost("/keluarga/{id:guid}/ubah", EditFamily.Save).RequirePermission(Permissions.Write);
    }

    static void MapUnits(this IEndpointRouteBuilder console)
    {
        console.MapGet("/wilayah", ManageUnits.List).RequirePermission(Permissions.Read);
        console.MapGet("/wilayah/baru", ManageUnits.New).RequirePermission(Permissions.Write);
        console.MapPost("/wilayah/baru", ManageUnits.Add).RequirePermission(Permissions.Write);
        console.MapGet("/wilayah/{id:guid}", EditUnit.Show).RequirePermission(Permissions.Read);
        console.MapPost("/wilayah/{id:guid}/jabatan", EditUnit.AddTerm).RequirePermission(Permissions.Write);
        console.MapPost("/wilayah/{id:guid}/jabatan/hapus", EditUnit.RemoveTerm).RequirePermission(Permissions.Write);
        console.MapPost("/wilayah/{id:guid}/hapus", EditUnit.Remove).RequirePermission(Permissions.Write);
    }

    static void MapProposals(this IEndpointRouteBuilder console)
    {
        console.MapGet("/orang/{id:guid}/usul", ProposeChange.Show).RequirePermission(Permissions.Propose);
        console.MapPost("/orang/{id:guid}/usul", ProposeChange.Send).RequirePermission(Permissions.Propose);
        console.MapGet("/usulan", ListProposals.Show).RequirePermission(Permissions.Propose);
        console.MapGet("/usulan/{id:guid}", DecideProposal.Show).RequirePermission(Permissions.Propose);
        console.MapPost("/usulan/{id:guid}/setujui", DecideProposal.Approve).RequirePermission(Permissions.Write);
        console.MapPost("/usulan/{id:guid}/tolak", DecideProposal.Refuse).RequirePermission(Permissions.Write);
        console.MapPost("/usulan/{id:guid}/tarik", DecideProposal.Withdraw).RequirePermission(Permissions.Propose);
    }
}

namespace SmartKampung.Residents.Events;

/// <summary>What happens to people and their families.</summary>
static class EventRoutes
{
    public static IServiceCollection AddVitalEvents(this IServiceCollection services) => services
        .AddDocuments<VitalEvent>(d => d.Territory(e => e.Place).Index(e => e.Month).Index(e => e.Resident).Index(e => e.Person).Index(e => e.Entry).Personal(e => e.Name, e => e.Evidence, e => e.Note, e => e.By, e => e.Fields))
        .AddPersonalData<VitalEvent>(e => e.Person, e => e)
        .AddScoped<VitalEvents>()
        .AddScoped<TakeBackEvents>()
        .AddScoped<EventPage>();

    public static void MapVitalEvents(this IEndpointRouteBuilder console)
    {
        console.MapGet("/peristiwa", ListEvents.Show).RequirePermission(Permissions.Read);
        console.MapGet("/peristiwa/{kind}", EnterEvent.Show).RequirePermission(Permissions.Write);
        console.MapPost("/peristiwa/{kind}", EnterEvent.Save).RequirePermission(Permissions.Write);
        console.MapGet("/peristiwa/batal/{id:guid}", TakeBackEvent.Show).RequirePermission(Permissions.Write);
        console.MapPost("/peristiwa/batal/{id:guid}", TakeBackEvent.Save).RequirePermission(Permissions.Write);
    }
}

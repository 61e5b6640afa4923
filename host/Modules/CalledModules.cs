using SmartKampung.Host.Background;

namespace SmartKampung.Host.Modules;

/// <summary>The scopes of the modules whose shared services are used in this one: in the caller's village and unit of work, and ended with it.</summary>
sealed class CalledModules(CapsuleContext context, VillageUnit unit) : IAsyncDisposable
{
    readonly Dictionary<Capsule, AsyncServiceScope> scopes = [];

    public object Find(Capsule called, Type service)
    {
        if (!scopes.TryGetValue(called, out var scope))
        {
            scopes[called] = scope = called.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CapsuleContext>().EnterFor(context, unit);
        }

        return scope.ServiceProvider.GetRequiredService(service);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in scopes.Values) await scope.DisposeAsync();
    }
}

using Microsoft.Extensions.Primitives;

namespace SmartKampung.Host.Modules;

/// <summary>The routes of all running modules; publishing a new list takes effect on the next request.</summary>
sealed class ModuleEndpointDataSource : EndpointDataSource, IDisposable
{
    readonly Lock gate = new();
    IReadOnlyList<Endpoint> endpoints = [];
    CancellationTokenSource changed = new();

    public override IReadOnlyList<Endpoint> Endpoints => endpoints;

    public override IChangeToken GetChangeToken()
    {
        lock (gate) return new CancellationChangeToken(changed.Token);
    }

    public void Dispose() => changed.Dispose();

    public void Publish(IReadOnlyList<Endpoint> next)
    {
        CancellationTokenSource before;
        lock (gate)
        {
            endpoints = next;
            before = changed;
            changed = new CancellationTokenSource();
        }

        before.Cancel();
        before.Dispose();
    }
}

namespace SmartKampung.Host.Modules;

/// <summary>A stay inside a capsule: one request, one home section, one search.</summary>
readonly struct CapsuleScope(AsyncServiceScope scope, IServiceProvider host) : IAsyncDisposable
{
    public IServiceProvider Services { get; } = new CapsuleServices(scope.ServiceProvider, host);

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

using SmartKampung.Host.Background;

namespace SmartKampung.Host.Modules;

/// <summary>A stay inside a capsule: one request, one home section, one search, one job.</summary>
readonly struct CapsuleScope(AsyncServiceScope scope, IServiceProvider host) : IAsyncDisposable
{
    public IServiceProvider Services { get; } = new CapsuleServices(scope.ServiceProvider, host);

    /// <summary>What is saved together in this stay.</summary>
    public VillageUnit Unit => scope.ServiceProvider.GetRequiredService<VillageUnit>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

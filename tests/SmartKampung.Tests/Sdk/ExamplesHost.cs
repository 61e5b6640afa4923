namespace SmartKampung.Tests.Sdk;

/// <summary>A host with the examples of the SDK, for the tests of one class.</summary>
public sealed class ExamplesHost : IAsyncLifetime
{
    public TestHost Host { get; } = new() { Plugins = Repository.Examples };

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

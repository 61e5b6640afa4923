using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;

namespace SmartKampung.Tests.Host.Background;

/// <summary>A store in which something happens before the next change of the portal is saved.</summary>
public class SlowPortal : DispatchProxy
{
    IDocumentStore store = null!;
    Func<Task>? before;

    public static void Put(IServiceCollection services) => services.AddSingleton<LiteDbDocumentStore>().AddSingleton(provider =>
    {
        var slow = Create<IDocumentStore, SlowPortal>();
        ((SlowPortal)slow).store = provider.GetRequiredService<LiteDbDocumentStore>();
        return slow;
    });

    public static void BeforeNext(TestHost host, Func<Task> happens) => ((SlowPortal)host.Services.GetRequiredService<IDocumentStore>()).before = happens;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        // The store is a service of its own, which ends it.
        if (targetMethod!.Name == nameof(IAsyncDisposable.DisposeAsync)) return ValueTask.CompletedTask;
        var answer = targetMethod.Invoke(store, BindingFlags.DoNotWrapExceptions, null, args, null);
        if (targetMethod.Name != nameof(IDocumentStore.OpenSession) || args![0] is not Partition { Kind: PartitionKind.Portal } || Interlocked.Exchange(ref before, null) is not { } happens) return answer;
        var session = Create<IDocumentSession, SlowSession>();
        ((SlowSession)session).Begin((IDocumentSession)answer!, happens);
        return session;
    }
}

using System.Reflection;

namespace SmartKampung.Tests.Host.Background;

/// <summary>A unit of work that is saved once something else has happened.</summary>
public class SlowSession : DispatchProxy
{
    IDocumentSession session = null!;
    Func<Task> before = null!;

    internal void Begin(IDocumentSession slow, Func<Task> happens) => (session, before) = (slow, happens);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IDocumentSession.SaveChangesAsync)
        ? SaveAsync((CancellationToken)args![0]!)
        : targetMethod.Invoke(session, BindingFlags.DoNotWrapExceptions, null, args, null);

    async Task SaveAsync(CancellationToken stop)
    {
        await before();
        await session.SaveChangesAsync(stop);
    }
}

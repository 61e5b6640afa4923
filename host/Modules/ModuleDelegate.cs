using System.Reflection;

namespace SmartKampung.Host.Modules;

/// <summary>Calls a delegate that a module registered, its parameters filled as a handler's. Made once, since .NET compiles the call only when it comes again.</summary>
sealed class ModuleDelegate
{
    readonly object? target;
    readonly MethodInvoker method;
    readonly MethodInvoker? result;
    readonly Type[] parameters;

    public ModuleDelegate(Delegate registered)
    {
        target = registered.Target;
        method = MethodInvoker.Create(registered.Method);
        result = ResultOf(registered.Method.ReturnType) is { } getter ? MethodInvoker.Create(getter) : null;
        parameters = [.. registered.Method.GetParameters().Select(parameter => parameter.ParameterType)];
    }

    /// <param name="services">A scope of the module's capsule.</param>
    /// <param name="stop">What a CancellationToken parameter gets.</param>
    /// <param name="given">What a parameter of this very type gets, or null.</param>
    public async Task<object?> InvokeAsync(IServiceProvider services, CancellationToken stop, object? given = null)
    {
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = Argument(parameters[i], services, given, stop);
        var returned = method.Invoke(target, arguments);
        if (returned is not Task task) return returned;
        await task;
        return result?.Invoke(task);
    }

    static object? Argument(Type type, IServiceProvider services, object? given, CancellationToken stop) =>
        type == typeof(CancellationToken) ? stop
        : given is not null && type == given.GetType() ? given
        : services.GetRequiredService(type);

    static MethodInfo? ResultOf(Type returned) =>
        returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>) ? returned.GetProperty(nameof(Task<>.Result))!.GetMethod : null;
}

using System.Reflection;

namespace SmartKampung.Host.Modules;

/// <summary>Calls a delegate that a module registered, its parameters filled as a handler's.</summary>
sealed class ModuleDelegate
{
    readonly object? target;
    readonly MethodInvoker method;
    readonly Type[] parameters;

    public ModuleDelegate(Delegate registered)
    {
        target = registered.Target;
        method = MethodInvoker.Create(registered.Method);
        parameters = [.. registered.Method.GetParameters().Select(parameter => parameter.ParameterType)];
    }

    /// <param name="services">A scope of the module's capsule.</param>
    /// <param name="stop">What a CancellationToken parameter gets.</param>
    /// <param name="given">What a parameter of this very type gets, or null.</param>
    public async Task<object?> InvokeAsync(IServiceProvider services, CancellationToken stop, object? given = null)
    {
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = Argument(parameters[i], services, given, stop);
        var result = method.Invoke(target, arguments);
        if (result is not Task task) return result;
        await task;
        return ResultOf(task);
    }

    static object? Argument(Type type, IServiceProvider services, object? given, CancellationToken stop) =>
        type == typeof(CancellationToken) ? stop
        : given is not null && type == given.GetType() ? given
        : services.GetRequiredService(type);

    static object? ResultOf(Task task)
    {
        for (var type = task.GetType(); type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
                return type.GetProperty(nameof(Task<>.Result))!.GetValue(task);
        return null;
    }
}

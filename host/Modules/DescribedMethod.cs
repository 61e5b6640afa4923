using System.Globalization;
using System.Reflection;

namespace SmartKampung.Host.Modules;

/// <summary>A handler as the API's description sees it: without the parameters that its capsule fills, which the host would take for a body.</summary>
sealed class DescribedMethod(MethodInfo handler, IServiceProviderIsService services) : MethodInfo
{
    readonly ParameterInfo[] parameters = [.. handler.GetParameters().Where(parameter => !services.IsService(parameter.ParameterType))];

    public override ParameterInfo[] GetParameters() => parameters;

    public override string Name => handler.Name;

    public override Type? DeclaringType => handler.DeclaringType;

    public override Type? ReflectedType => handler.ReflectedType;

    public override Type ReturnType => handler.ReturnType;

    public override ParameterInfo ReturnParameter => handler.ReturnParameter;

    public override ICustomAttributeProvider ReturnTypeCustomAttributes => handler.ReturnTypeCustomAttributes;

    public override MethodAttributes Attributes => handler.Attributes;

    public override RuntimeMethodHandle MethodHandle => handler.MethodHandle;

    public override MethodInfo GetBaseDefinition() => handler.GetBaseDefinition();

    public override MethodImplAttributes GetMethodImplementationFlags() => handler.GetMethodImplementationFlags();

    public override object[] GetCustomAttributes(bool inherit) => handler.GetCustomAttributes(inherit);

    public override object[] GetCustomAttributes(Type attributeType, bool inherit) => handler.GetCustomAttributes(attributeType, inherit);

    public override bool IsDefined(Type attributeType, bool inherit) => handler.IsDefined(attributeType, inherit);

    public override object? Invoke(object? obj, BindingFlags invokeAttr, Binder? binder, object?[]? parameters, CultureInfo? culture) =>
        handler.Invoke(obj, invokeAttr, binder, parameters, culture);
}

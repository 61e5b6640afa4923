using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace SmartKampung.Host.Storage.Queries;

/// <summary>Values that a predicate takes from around it. Compiling is the last resort, since it costs more than the whole query.</summary>
static class CapturedValue
{
    public static object? Of(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(member.Expression is { } owner ? Of(owner) : null),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(member.Expression is { } owner ? Of(owner) : null),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert => Convert(convert),
        _ => Interpret(expression),
    };

    static object? Convert(UnaryExpression convert)
    {
        var value = Of(convert.Operand);
        var target = Nullable.GetUnderlyingType(convert.Type) ?? convert.Type;
        if (value is null || target.IsInstanceOfType(value)) return value;
        if (value is Enum name) value = System.Convert.ChangeType(name, name.GetTypeCode(), CultureInfo.InvariantCulture);
        if (target == value.GetType()) return value;
        if (target.IsEnum && value is int or long or short or byte) return Enum.ToObject(target, value);
        return value is int && (target == typeof(long) || target == typeof(double) || target == typeof(decimal))
            ? System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture)
            : Interpret(convert);
    }

    static object? Interpret(Expression expression) =>
        Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();
}

using System.Linq.Expressions;
using System.Reflection;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.Queries;

/// <summary>Reads <c>d => d.Place.Name</c> as a property path.</summary>
static class PathReader
{
    /// <exception cref="NotSupportedException">It is no path of stored properties.</exception>
    public static PropertyPath Read(LambdaExpression lambda) =>
        TryRead(Unwrap(lambda.Body), lambda.Parameters[0]) ?? throw Unsupported(lambda.Body);

    /// <summary>Returns null where the expression is no path that begins at the subject.</summary>
    public static PropertyPath? TryRead(Expression expression, ParameterExpression subject)
    {
        if (expression == subject) return new(subject.Type, []);
        var steps = new List<PropertyInfo>(1);
        while (expression != subject)
        {
            if (expression is not MemberExpression { Expression: { } owner, Member: PropertyInfo property }) return null;
            if (!IsNullableValue(property)) steps.Add(Stored(property, expression));
            expression = owner;
            if (expression is not (MemberExpression or ParameterExpression)) return null;
            if (expression is ParameterExpression && expression != subject) return null;
        }

        steps.Reverse();
        return new(subject.Type, steps);
    }

    public static bool Mentions(Expression expression)
    {
        var finder = new ParameterFinder();
        finder.Visit(expression);
        return finder.Found;
    }

    public static NotSupportedException Unsupported(Expression part) => new($"'{part}' can't be used in a query of documents.");

    static bool IsNullableValue(PropertyInfo property) => property.Name == "Value" && Nullable.GetUnderlyingType(property.DeclaringType!) is not null;

    static PropertyInfo Stored(PropertyInfo property, Expression part) =>
        property.SetMethod is not null && StorableType.IsRecord(property.DeclaringType!)
            ? property
            : Mentions(part) ? throw Unsupported(part) : property;

    static Expression Unwrap(Expression body)
    {
        while (body is UnaryExpression { NodeType: ExpressionType.Convert } convert) body = convert.Operand;
        return body;
    }

    sealed class ParameterFinder : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found = true;
            return node;
        }
    }
}

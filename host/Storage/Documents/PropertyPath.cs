using System.Linq.Expressions;
using System.Reflection;

namespace SmartKampung.Host.Storage.Documents;

/// <summary>A property of a document, or of a record in it; without steps, an item of a list itself.</summary>
sealed class PropertyPath(Type root, IReadOnlyList<PropertyInfo> steps)
{
    static readonly MethodInfo CanonicalMethod = typeof(Scalar).GetMethod(nameof(Scalar.Canonical))!;

    public Type Root { get; } = root;

    public string Name { get; } = steps.Count == 1 ? steps[0].Name : string.Join('.', steps.Select(step => step.Name));

    public Type Leaf { get; } = steps.Count == 0 ? root : steps[^1].PropertyType;

    /// <summary>Compiles a getter of the value, converted as the comparison converts it, in canonical form.</summary>
    public Func<object, object?> CompileScalar(Type domain) => Compile(leaf =>
    {
        var target = Nullable.GetUnderlyingType(leaf.Type) is null || Nullable.GetUnderlyingType(domain) is not null || !domain.IsValueType
            ? domain
            : typeof(Nullable<>).MakeGenericType(domain);
        var bare = WithoutEnum(target);
        var value = leaf.Type == bare ? leaf : Expression.Convert(leaf, bare);
        return Expression.Call(CanonicalMethod, Expression.Convert(value, typeof(object)));
    });

    /// <summary>Compiles a getter of the value as it is.</summary>
    public Func<object, object?> CompileRaw() => Compile(leaf => Expression.Convert(leaf, typeof(object)));

    static Type WithoutEnum(Type type)
    {
        var bare = Scalar.Underlying(type);
        return bare.IsValueType && Nullable.GetUnderlyingType(type) is not null ? typeof(Nullable<>).MakeGenericType(bare) : bare;
    }

    Func<object, object?> Compile(Func<Expression, Expression> finish)
    {
        var subject = Expression.Parameter(typeof(object));
        var body = Step(Expression.Convert(subject, Root), 0, finish);
        return Expression.Lambda<Func<object, object?>>(body, subject).Compile();
    }

    Expression Step(Expression from, int index, Func<Expression, Expression> finish)
    {
        if (index == steps.Count) return finish(from);
        var owner = Expression.Variable(from.Type);
        var next = Step(Expression.Property(owner, steps[index]), index + 1, finish);
        var guarded = Expression.Condition(
            Expression.ReferenceEqual(owner, Expression.Constant(null)), Expression.Constant(null, typeof(object)), next);
        return Expression.Block(typeof(object), [owner], Expression.Assign(owner, from), guarded);
    }
}

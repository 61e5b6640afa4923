using System.Linq.Expressions;
using SmartKampung.Host.Storage.Documents;
using static System.Linq.Expressions.ExpressionType;

namespace SmartKampung.Host.Storage.Queries;

/// <summary>Turns the written list of LINQ into a <see cref="Predicate"/> and refuses the rest, for every engine alike.</summary>
sealed class PredicateReader(ParameterExpression subject, Getters getters)
{
    public static Predicate Read(LambdaExpression lambda, Getters getters) =>
        new PredicateReader(lambda.Parameters[0], getters).Read(lambda.Body);

    Predicate Read(Expression expression)
    {
        if (!PathReader.Mentions(expression)) return new Fixed((bool)CapturedValue.Of(expression)!);
        return expression switch
        {
            BinaryExpression { NodeType: AndAlso } both => new All(Read(both.Left), Read(both.Right)),
            BinaryExpression { NodeType: OrElse } either => new Either(Read(either.Left), Read(either.Right)),
            BinaryExpression binary when ComparisonOf(binary.NodeType) is { } comparison => ReadComparison(binary, comparison),
            UnaryExpression { NodeType: ExpressionType.Not } not when not.Type == typeof(bool) => new Not(Read(not.Operand)),
            MemberExpression { Member.Name: "HasValue", Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null =>
                new Compare(Property(nullable, nullable.Type), Comparison.NotEqual, new ConstantOperand(null)),
            MemberExpression or ParameterExpression when expression.Type == typeof(bool) =>
                new Compare(Property(expression, expression.Type), Comparison.Equal, new ConstantOperand(true)),
            MethodCallExpression call => ReadCall(call),
            _ => throw PathReader.Unsupported(expression),
        };
    }

    static Comparison? ComparisonOf(ExpressionType type) => type switch
    {
        Equal => Comparison.Equal,
        NotEqual => Comparison.NotEqual,
        LessThan => Comparison.Less,
        LessThanOrEqual => Comparison.LessOrEqual,
        GreaterThan => Comparison.Greater,
        GreaterThanOrEqual => Comparison.GreaterOrEqual,
        _ => null,
    };

    Compare ReadComparison(BinaryExpression binary, Comparison comparison)
    {
        if (IsNull(binary.Right) && Record(binary.Left) is { } left) return ReferenceIs(left, comparison);
        if (IsNull(binary.Left) && Record(binary.Right) is { } right) return ReferenceIs(right, comparison);
        return new Compare(ReadOperand(binary.Left), comparison, ReadOperand(binary.Right));
    }

    static bool IsNull(Expression expression) => expression is ConstantExpression { Value: null };

    /// <summary>A nested record or list, which can be compared with null alone.</summary>
    PropertyPath? Record(Expression expression) =>
        PathReader.TryRead(expression, subject) is { } path && !Scalar.Is(path.Leaf) ? path : null;

    Compare ReferenceIs(PropertyPath path, Comparison comparison)
    {
        var read = getters.Raw(path);
        var present = new PropertyOperand(path, IsIndexable: false, document => read(document) is null ? null : true);
        return new(present, comparison, new ConstantOperand(null));
    }

    Operand ReadOperand(Expression expression)
    {
        if (PathReader.Mentions(expression)) return Property(expression, expression.Type);
        return new ConstantOperand(Scalar.Canonical(CapturedValue.Of(expression)));
    }

    PropertyOperand Property(Expression expression, Type domain)
    {
        var bare = WithoutWidening(expression);
        if (PathReader.TryRead(bare, subject) is not { } path || !Scalar.Is(path.Leaf) || !Scalar.Is(domain)) throw PathReader.Unsupported(expression);
        var keepsOrder = Scalar.CanonicalType(domain) == Scalar.CanonicalType(path.Leaf);
        return new(path, keepsOrder, getters.Scalar(path, domain));
    }

    static Expression WithoutWidening(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert } convert)
        {
            if (!Widening.Allows(convert.Operand.Type, convert.Type)) throw PathReader.Unsupported(expression);
            expression = convert.Operand;
        }

        return expression;
    }

    Predicate ReadCall(MethodCallExpression call) => call.Method.Name switch
    {
        "Equals" => ReadEquals(call),
        "StartsWith" when call.Object?.Type == typeof(string) => ReadText(call, TextMatch.StartsWith),
        "EndsWith" when call.Object?.Type == typeof(string) => ReadText(call, TextMatch.EndsWith),
        "Contains" when call.Object?.Type == typeof(string) => ReadText(call, TextMatch.Contains),
        "Contains" => ReadContains(call),
        "Any" when call.Method.DeclaringType == typeof(Enumerable) => ReadAny(call),
        _ => throw PathReader.Unsupported(call),
    };

    Compare ReadEquals(MethodCallExpression call)
    {
        List<Expression> operands = call.Object is null ? [.. call.Arguments] : [call.Object, .. call.Arguments];
        if (operands.Count == 3) operands.RemoveAt(IsOrdinal(operands[2]) ? 2 : throw PathReader.Unsupported(call));
        if (operands.Count != 2 || operands[0].Type != operands[1].Type) throw PathReader.Unsupported(call);
        return new(ReadOperand(operands[0]), Comparison.Equal, ReadOperand(operands[1]));
    }

    Text ReadText(MethodCallExpression call, TextMatch match)
    {
        var ordinal = call.Arguments.Count == 1 || (call.Arguments.Count == 2 && IsOrdinal(call.Arguments[1]));
        if (!ordinal || PathReader.Mentions(call.Arguments[0])) throw PathReader.Unsupported(call);
        var value = CapturedValue.Of(call.Arguments[0])?.ToString() ?? throw new ArgumentException($"'{call}' got null.");
        return new(Property(call.Object!, typeof(string)), match, value);
    }

    static bool IsOrdinal(Expression argument) => !PathReader.Mentions(argument) && CapturedValue.Of(argument) is StringComparison.Ordinal;

    Predicate ReadContains(MethodCallExpression call)
    {
        List<Expression> operands = call.Object is null ? [.. call.Arguments] : [call.Object, .. call.Arguments];
        if (operands.Count == 3 && IsNull(operands[2])) operands.RemoveAt(2);
        if (operands.Count != 2) throw PathReader.Unsupported(call);
        var list = WithoutSpan(operands[0]);
        if (!PathReader.Mentions(list)) return OneOf(list, Property(operands[1], operands[1].Type));
        return PathReader.Mentions(operands[1]) ? throw PathReader.Unsupported(call) : Holds(list, operands[1]);
    }

    /// <summary>C# 14 reads <c>array.Contains(x)</c> as a call on a span.</summary>
    static Expression WithoutSpan(Expression list) => list switch
    {
        MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var array] } => array,
        UnaryExpression { NodeType: ExpressionType.Convert } convert => WithoutSpan(convert.Operand),
        _ => list,
    };

    static OneOf OneOf(Expression list, PropertyOperand property)
    {
        if (CapturedValue.Of(list) is not System.Collections.IEnumerable items) throw new ArgumentNullException(nameof(list), $"'{list}' is null.");
        var values = items.Cast<object?>().Select(Scalar.Canonical).ToList();
        return new(property, values.OfType<object>().ToHashSet(), values.Contains(null));
    }

    HasItem Holds(Expression list, Expression value)
    {
        var (path, item) = ListAt(list);
        if (!Scalar.Is(item)) throw PathReader.Unsupported(list);
        var self = new PropertyPath(item, []);
        var operand = new PropertyOperand(self, IsIndexable: true, getters.Scalar(self, item));
        var constant = new ConstantOperand(Scalar.Canonical(CapturedValue.Of(value)));
        return new(path, getters.Raw(path), new Compare(operand, Comparison.Equal, constant));
    }

    HasItem ReadAny(MethodCallExpression call)
    {
        var (path, _) = ListAt(call.Arguments[0]);
        if (call.Arguments.Count == 1) return new(path, getters.Raw(path), Item: null);
        if (call.Arguments[1] is not LambdaExpression item) throw PathReader.Unsupported(call);
        return new(path, getters.Raw(path), Read(item, getters));
    }

    (PropertyPath Path, Type Item) ListAt(Expression list) =>
        PathReader.TryRead(WithoutSpan(list), subject) is { } path && StorableType.ItemOf(path.Leaf) is { } item
            ? (path, item)
            : throw PathReader.Unsupported(list);
}

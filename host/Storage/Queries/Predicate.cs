using System.Collections;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.Queries;

/// <summary>What a query demands, with the meaning that the expression has in .NET. Engines pick indexes from it; it decides.</summary>
abstract record Predicate
{
    public abstract bool Matches(object subject);
}

sealed record Fixed(bool Value) : Predicate
{
    public override bool Matches(object subject) => Value;
}

sealed record All(Predicate Left, Predicate Right) : Predicate
{
    public override bool Matches(object subject) => Left.Matches(subject) && Right.Matches(subject);
}

sealed record Either(Predicate Left, Predicate Right) : Predicate
{
    public override bool Matches(object subject) => Left.Matches(subject) || Right.Matches(subject);
}

sealed record Not(Predicate Inner) : Predicate
{
    public override bool Matches(object subject) => !Inner.Matches(subject);
}

/// <summary>One side of a comparison: a property, or a canonical value.</summary>
abstract record Operand
{
    public abstract object? Of(object subject);
}

sealed record ConstantOperand(object? Value) : Operand
{
    public override object? Of(object subject) => Value;
}

/// <param name="Path">The property.</param>
/// <param name="IsIndexable">Whether the comparison's type keeps the order that an index of the property has.</param>
/// <param name="Read">Gives the canonical value.</param>
sealed record PropertyOperand(PropertyPath Path, bool IsIndexable, Func<object, object?> Read) : Operand
{
    public override object? Of(object subject) => Read(subject);
}

enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

sealed record Compare(Operand Left, Comparison Comparison, Operand Right) : Predicate
{
    public override bool Matches(object subject) => Holds(Left.Of(subject), Right.Of(subject));

    bool Holds(object? left, object? right)
    {
        if (left is null || right is null) return HoldsForNull(left is null && right is null);
        if (left is double.NaN || right is double.NaN) return Comparison == Comparison.NotEqual;
        var order = Scalar.Compare(left, right);
        return Comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        };
    }

    bool HoldsForNull(bool both) => Comparison switch
    {
        Comparison.Equal => both,
        Comparison.NotEqual => !both,
        _ => false,
    };
}

enum TextMatch
{
    StartsWith,
    EndsWith,
    Contains,
}

sealed record Text(PropertyOperand Property, TextMatch Match, string Value) : Predicate
{
    public override bool Matches(object subject) => Property.Read(subject) is string text && Match switch
    {
        TextMatch.StartsWith => text.StartsWith(Value, StringComparison.Ordinal),
        TextMatch.EndsWith => text.EndsWith(Value, StringComparison.Ordinal),
        _ => text.Contains(Value, StringComparison.Ordinal),
    };
}

/// <summary>The property is one of these canonical values.</summary>
sealed record OneOf(PropertyOperand Property, IReadOnlySet<object> Values, bool WithNull) : Predicate
{
    public override bool Matches(object subject) => Property.Read(subject) is { } value ? Values.Contains(value) : WithNull;
}

/// <summary>The list has an item that meets the predicate, or any item where there is none.</summary>
sealed record HasItem(PropertyPath List, Func<object, object?> Read, Predicate? Item) : Predicate
{
    static readonly object Nothing = new();

    public override bool Matches(object subject)
    {
        if (Read(subject) is not IEnumerable items) return false;
        foreach (var item in items)
        {
            if (Item is null || Item.Matches(item ?? Nothing)) return true;
        }

        return false;
    }
}

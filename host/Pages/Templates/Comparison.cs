using Scriban.Parsing;
using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>Comparisons in templates; Scriban itself can't compare moments, days and times.</summary>
static class Comparison
{
    public static bool Compares(ScriptBinaryOperator comparison) => comparison is
        ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareLessOrEqual or
        ScriptBinaryOperator.CompareGreater or ScriptBinaryOperator.CompareGreaterOrEqual or
        ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual;

    public static object? Evaluate(PageTemplateContext context, ScriptBinaryExpression comparison) =>
        Compare(context, comparison.Span, comparison.Operator, context.Evaluate(comparison.Left!), context.Evaluate(comparison.Right!));

    public static object? Compare(PageTemplateContext context, SourceSpan span, ScriptBinaryOperator comparison, object? left, object? right)
    {
        if (left is string one && right is string other) return Holds(comparison, string.CompareOrdinal(one, other));
        if (left is DateTimeOffset or DateOnly or TimeOnly && right?.GetType() == left.GetType())
            return Holds(comparison, ((IComparable)left).CompareTo(right));
        return ScriptBinaryExpression.Evaluate(context, span, comparison, left, right);
    }

    static bool Holds(ScriptBinaryOperator comparison, int order) => comparison switch
    {
        ScriptBinaryOperator.CompareLess => order < 0,
        ScriptBinaryOperator.CompareLessOrEqual => order <= 0,
        ScriptBinaryOperator.CompareGreater => order > 0,
        ScriptBinaryOperator.CompareGreaterOrEqual => order >= 0,
        ScriptBinaryOperator.CompareNotEqual => order != 0,
        _ => order == 0,
    };
}

using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>Comparisons in templates; Scriban itself can't compare moments, days and times.</summary>
static class Comparison
{
    public static bool Compares(ScriptBinaryOperator comparison) => comparison is
        ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareLessOrEqual or
        ScriptBinaryOperator.CompareGreater or ScriptBinaryOperator.CompareGreaterOrEqual or
        ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual;

    public static object? Evaluate(PageTemplateContext context, ScriptBinaryExpression comparison)
    {
        var left = context.Evaluate(comparison.Left!);
        var right = context.Evaluate(comparison.Right!);
        if (left is DateTimeOffset or DateOnly or TimeOnly && right?.GetType() == left.GetType())
            return Holds(comparison.Operator, ((IComparable)left).CompareTo(right));
        return ScriptBinaryExpression.Evaluate(context, comparison.Span, comparison.Operator, left, right);
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

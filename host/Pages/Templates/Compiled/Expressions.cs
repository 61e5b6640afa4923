using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

sealed class LiteralExpression(object? value) : TemplateExpression
{
    public override object? Read(PageTemplateContext context) => value;
}

sealed class VariableExpression(ScriptVariableGlobal variable) : TemplateExpression
{
    public override object? Read(PageTemplateContext context)
    {
        var value = context.GetValue(variable);
        return value is IScriptCustomFunction ? CallExpression.CallBare(context, variable, value) : value;
    }
}

sealed class MemberExpression(ScriptMemberExpression member, TemplateExpression target) : TemplateExpression
{
    readonly string name = member.Member!.Name;

    public override object? Read(PageTemplateContext context)
    {
        if (target.Read(context) is not { } owner) return null;
        context.GetMemberAccessor(owner).TryGetValue(context, member.Span, owner, name, out var value);
        return value is IScriptCustomFunction ? CallExpression.CallBare(context, member, value) : value;
    }
}

sealed class NotExpression(SourceSpan span, TemplateExpression expression) : TemplateExpression
{
    public override object? Read(PageTemplateContext context) => !context.ToBool(span, expression.Read(context));
}

sealed class AndExpression(ScriptBinaryExpression both, TemplateExpression left, TemplateExpression right) : TemplateExpression
{
    public override object? Read(PageTemplateContext context) => context.ToBool(both.Span, left.Read(context)) && context.ToBool(both.Span, right.Read(context));
}

sealed class OrExpression(ScriptBinaryExpression either, TemplateExpression left, TemplateExpression right) : TemplateExpression
{
    public override object? Read(PageTemplateContext context) => context.ToBool(either.Span, left.Read(context)) || context.ToBool(either.Span, right.Read(context));
}

sealed class CoalesceExpression(TemplateExpression first, TemplateExpression second) : TemplateExpression
{
    public override object? Read(PageTemplateContext context) => first.Read(context) ?? second.Read(context);
}

sealed class ConditionalExpression(SourceSpan span, TemplateExpression condition, TemplateExpression then, TemplateExpression otherwise) : TemplateExpression
{
    public override object? Read(PageTemplateContext context) => context.ToBool(span, condition.Read(context)) ? then.Read(context) : otherwise.Read(context);
}

sealed class BinaryExpression(ScriptBinaryExpression binary, TemplateExpression left, TemplateExpression right) : TemplateExpression
{
    public override object? Read(PageTemplateContext context)
    {
        var (one, other) = (left.Read(context), right.Read(context));
        return Comparison.Compares(binary.Operator)
            ? Comparison.Compare(context, binary.Span, binary.Operator, one, other)
            : context.Weighed(ScriptBinaryExpression.Evaluate(context, binary.Span, binary.Operator, one, other));
    }
}

/// <summary>What Scriban reads itself.</summary>
sealed class ScribanExpression(ScriptExpression expression) : TemplateExpression
{
    public override object? Read(PageTemplateContext context) => context.Evaluate(expression);
}

using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>Makes what a trusted template reads readable without Scriban's bookkeeping around each node.</summary>
static class ExpressionCompiler
{
    public static TemplateExpression Compile(ScriptExpression expression) => expression switch
    {
        ScriptLiteral literal => new LiteralExpression(literal.Value),
        ScriptVariableGlobal variable => new VariableExpression(variable),
        ScriptMemberExpression { Target: { } target, Member: { } } member => new MemberExpression(member, Compile(target)),
        ScriptNestedExpression { Expression: { } nested } => Compile(nested),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not, Right: { } right } => new NotExpression(right.Span, Compile(right)),
        ScriptConditionalExpression { Condition: { } condition, ThenValue: { } then, ElseValue: { } otherwise } =>
            new ConditionalExpression(condition.Span, Compile(condition), Compile(then), Compile(otherwise)),
        ScriptBinaryExpression { Left: { } left, Right: { } right } binary => Binary(binary, Compile(left), Compile(right)),
        ScriptFunctionCall { Target: ScriptVariableGlobal function } call when FunctionCall.HasPlainArguments(call) => Call(call, function),
        _ => new ScribanExpression(expression),
    };

    static TemplateExpression Binary(ScriptBinaryExpression binary, TemplateExpression left, TemplateExpression right) => binary.Operator switch
    {
        ScriptBinaryOperator.And => new AndExpression(binary, left, right),
        ScriptBinaryOperator.Or => new OrExpression(binary, left, right),
        ScriptBinaryOperator.EmptyCoalescing => new CoalesceExpression(left, right),
        _ => new BinaryExpression(binary, left, right),
    };

    static CallExpression Call(ScriptFunctionCall call, ScriptVariableGlobal function) => new(
        call,
        function,
        [.. call.Arguments.Where(argument => argument is not ScriptNamedArgument).Select(Compile)],
        [.. call.Arguments.OfType<ScriptNamedArgument>().Select(argument => new CallArgument(argument.Name!.Name, argument.Value is null ? new LiteralExpression(true) : Compile(argument.Value)))]);
}

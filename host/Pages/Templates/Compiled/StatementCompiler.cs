using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>
/// Makes what a trusted template does runnable without Scriban's bookkeeping around each node, which costs more than the node itself. What is
/// rare in templates stays with Scriban, node by node; both see the same variables, and write the same.
/// </summary>
static class StatementCompiler
{
    /// <returns>Null where the template jumps: only Scriban knows where to.</returns>
    public static TemplateStatement? Compile(ScriptPage page) => page.Body is { } body && !JumpSearch.IsIn(page) ? Block(body) : null;

    static BlockStatement Block(ScriptBlockStatement block) =>
        new(block.Span, [.. block.Statements.Where(statement => !statement.CanSkipEvaluation).Select(Compile)]);

    static TemplateStatement Compile(ScriptStatement statement) => statement switch
    {
        ScriptRawStatement raw => new RawStatement(raw.Span, raw.Text.ToString()),
        ScriptExpressionStatement { Expression: ScriptAssignExpression { Target: ScriptVariableGlobal target, Value: { } value } assignment }
            when assignment.EqualToken.TokenType == Scriban.Parsing.TokenType.Equal => new AssignStatement(statement.Span, target, ExpressionCompiler.Compile(value)),
        ScriptExpressionStatement { Expression: { } expression and not ScriptAssignExpression } => new WriteStatement(statement.Span, ExpressionCompiler.Compile(expression)),
        ScriptIfStatement { Condition: { } condition, Then: { } then } choice => new IfStatement(choice, ExpressionCompiler.Compile(condition), Block(then), Otherwise(choice.Else)),
        ScriptCaseStatement choice when Case(choice) is { } compiled => compiled,
        ScriptForStatement { Body: { } body } loop and not ScriptTableRowStatement => new ScribanStatement(new LoopStatement(loop, Block(body))),
        ScriptBlockStatement block => Block(block),
        _ => new ScribanStatement(statement),
    };

    static TemplateStatement? Otherwise(ScriptStatement? otherwise) => otherwise is ScriptElseStatement { Body: { } body } ? Block(body) : otherwise is null ? null : Compile(otherwise);

    /// <summary>Its body holds the first <c>when</c>, which leads to the next.</summary>
    static CaseStatement? Case(ScriptCaseStatement choice)
    {
        if (choice is not { Value: { } value, Body: { } body }) return null;
        if (body.Statements.Where(statement => !statement.CanSkipEvaluation && !IsSpace(statement)).ToList() is not [ScriptWhenStatement first]) return null;
        var branches = new List<CaseBranch>();
        ScriptStatement? next = first;
        for (; next is ScriptWhenStatement { Body: { } then } when; next = when.Next) branches.Add(new([.. when.Values.Select(ExpressionCompiler.Compile)], Block(then)));
        return new CaseStatement(choice.Span, ExpressionCompiler.Compile(value), [.. branches], Otherwise(next));
    }

    static bool IsSpace(ScriptStatement statement) => statement is ScriptRawStatement raw && string.IsNullOrEmpty(raw.Text.ToString());
}

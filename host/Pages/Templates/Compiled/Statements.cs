using Scriban.Parsing;
using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>Statements one after another; each block is a step that is counted, so that nothing goes on for ever.</summary>
sealed class BlockStatement(SourceSpan span, TemplateStatement[] statements) : TemplateStatement(span)
{
    /// <exception cref="ScriptRuntimeException">One of them failed, told with its place.</exception>
    public override void Run(PageTemplateContext context, PageOutput output)
    {
        context.Step();
        context.CheckAbort();
        var position = 0;
        try
        {
            for (; position < statements.Length; position++) statements[position].Run(context, output);
        }
        catch (Exception failure) when (failure is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(statements[position].Span, failure.Message, failure);
        }
    }
}

/// <summary>The template's own text.</summary>
sealed class RawStatement(SourceSpan span, string text) : TemplateStatement(span)
{
    public override void Run(PageTemplateContext context, PageOutput output) => output.Append(text);
}

sealed class WriteStatement(SourceSpan span, TemplateExpression expression) : TemplateStatement(span)
{
    public override void Run(PageTemplateContext context, PageOutput output)
    {
        if (expression.Read(context) is { } value) context.Write(output, value);
    }
}

sealed class AssignStatement(SourceSpan span, ScriptVariableGlobal variable, TemplateExpression expression) : TemplateStatement(span)
{
    public override void Run(PageTemplateContext context, PageOutput output) => context.SetValue(variable, expression.Read(context), asReadOnly: false);
}

sealed class IfStatement(ScriptIfStatement choice, TemplateExpression condition, TemplateStatement then, TemplateStatement? otherwise) : TemplateStatement(choice.Span)
{
    public override void Run(PageTemplateContext context, PageOutput output)
    {
        if (context.ToBool(Span, condition.Read(context))) then.Run(context, output);
        else otherwise?.Run(context, output);
    }
}

sealed class CaseStatement(SourceSpan span, TemplateExpression expression, CaseBranch[] branches, TemplateStatement? otherwise) : TemplateStatement(span)
{
    public override void Run(PageTemplateContext context, PageOutput output) => Find(context, expression.Read(context))?.Run(context, output);

    TemplateStatement? Find(PageTemplateContext context, object? value)
    {
        foreach (var branch in branches)
            foreach (var expected in branch.Values)
                if (Comparison.Compare(context, Span, ScriptBinaryOperator.CompareEqual, value, expected.Read(context)) is true) return branch.Then;
        return otherwise;
    }
}

sealed record CaseBranch(TemplateExpression[] Values, TemplateStatement Then);

/// <summary>What Scriban runs itself.</summary>
sealed class ScribanStatement(ScriptStatement statement) : TemplateStatement(statement.Span)
{
    public override void Run(PageTemplateContext context, PageOutput output)
    {
        if (context.Evaluate(statement) is { } value && statement.CanOutput) context.Write(output, value);
    }
}

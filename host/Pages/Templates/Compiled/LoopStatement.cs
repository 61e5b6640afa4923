using Scriban;
using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>A loop of Scriban's, with its variables and limits, around a compiled body.</summary>
sealed class LoopStatement : ScriptForStatement
{
    readonly TemplateStatement body;

    public LoopStatement(ScriptForStatement loop, TemplateStatement body)
    {
        this.body = body;
        Span = loop.Span;
        Variable = Copy(loop.Variable);
        Iterator = Copy(loop.Iterator);
        Else = Copy(loop.Else);
        foreach (var argument in loop.NamedArguments) NamedArguments.Add(Copy(argument)!);
    }

    protected override object? LoopItem(TemplateContext context, LoopState state)
    {
        body.Run((PageTemplateContext)context, (PageOutput)context.Output);
        return null;
    }

    static T? Copy<T>(T? node) where T : ScriptNode => (T?)node?.Clone(withTrivias: false);
}

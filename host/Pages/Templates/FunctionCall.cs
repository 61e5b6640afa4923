using Scriban.Runtime;
using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>
/// Calls our functions without what Scriban does around each call: a scope of variables of its own, a search for named parameters. Pipes, blocks
/// that are wrapped, and whatever else can be called go Scriban's way.
/// </summary>
static class FunctionCall
{
    public static bool TryEvaluate(PageTemplateContext context, ScriptFunctionCall call, out object? result)
    {
        result = null;
        if (call.Target is not ScriptVariableGlobal || !IsPlain(call) || context.Evaluate(call.Target, aliasReturnedFunction: true) is not TemplateFunction function) return false;
        var positional = call.Arguments.Count;
        while (positional > 0 && call.Arguments[positional - 1] is ScriptNamedArgument) positional--;
        result = function.Invoke(new Arguments(context, call, Positional(context, call, positional), Named(context, call, positional)));
        return true;
    }

    static bool IsPlain(ScriptFunctionCall call)
    {
        for (var around = call.Parent; around is not null; around = around.Parent)
        {
            if (around is ScriptPipeCall or ScriptWrapStatement) return false;
            if (around is ScriptStatement) break;
        }

        return HasPlainArguments(call);
    }

    /// <summary>Whether all arguments can be taken as they stand: no operators before them, and none without a name after one with it.</summary>
    public static bool HasPlainArguments(ScriptFunctionCall call)
    {
        var hasNamed = false;
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var isNamed = call.Arguments[i] is ScriptNamedArgument;
            if (call.Arguments[i] is ScriptUnaryExpression || (hasNamed && !isNamed)) return false;
            hasNamed |= isNamed;
        }

        return true;
    }

    static object?[] Positional(PageTemplateContext context, ScriptFunctionCall call, int count)
    {
        if (count == 0) return [];
        var values = new object?[count];
        for (var i = 0; i < count; i++) values[i] = context.Evaluate(call.Arguments[i]);
        return values;
    }

    static ScriptObject? Named(PageTemplateContext context, ScriptFunctionCall call, int from)
    {
        if (from == call.Arguments.Count) return null;
        var named = new ScriptObject();
        for (var i = from; i < call.Arguments.Count; i++)
        {
            var argument = (ScriptNamedArgument)call.Arguments[i];
            named[argument.Name!.Name] = context.Evaluate(argument);
        }

        return named;
    }
}

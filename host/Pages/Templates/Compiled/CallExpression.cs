using Scriban.Runtime;
using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>Calls one of our functions by its name; a variable that hides it is looked at first, as by Scriban.</summary>
sealed class CallExpression(ScriptFunctionCall call, ScriptVariableGlobal name, TemplateExpression[] positional, CallArgument[] named) : TemplateExpression
{
    public override object? Read(PageTemplateContext context) => context.GetValue(name) is TemplateFunction function
        ? context.Weighed(function.Invoke(new Arguments(context, call, Positional(context), Named(context))))
        : context.Evaluate(call);

    /// <summary>Calls a function that stands without arguments, where a value could stand.</summary>
    public static object? CallBare(PageTemplateContext context, ScriptExpression caller, object function) => function is TemplateFunction own
        ? context.Weighed(own.Invoke(new Arguments(context, caller, [], named: null)))
        : context.Evaluate(caller);

    object?[] Positional(PageTemplateContext context)
    {
        if (positional.Length == 0) return [];
        var values = new object?[positional.Length];
        for (var position = 0; position < values.Length; position++) values[position] = positional[position].Read(context);
        return values;
    }

    ScriptObject? Named(PageTemplateContext context)
    {
        if (named.Length == 0) return null;
        var values = new ScriptObject(named.Length);
        foreach (var argument in named) values[argument.Name] = argument.Value.Read(context);
        return values;
    }
}

readonly record struct CallArgument(string Name, TemplateExpression Value);

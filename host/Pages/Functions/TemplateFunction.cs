using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>A function that templates call; one object serves all renderings.</summary>
sealed class TemplateFunction(Func<Arguments, object?> body) : IScriptCustomFunction
{
    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public object? Invoke(Arguments arguments) => body(arguments);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        Invoke(new Arguments((PageTemplateContext)context, callerContext!, [.. arguments], arguments.ScriptObject));

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}

/// <summary>What a template called a function with.</summary>
/// <param name="context">The rendering.</param>
/// <param name="caller">Where in the template it was called.</param>
/// <param name="values">Its arguments without names.</param>
/// <param name="named">Its arguments with names, or null.</param>
readonly struct Arguments(PageTemplateContext context, ScriptNode caller, object?[] values, IScriptObject? named)
{
    public PageTemplateContext Context { get; } = context;

    public ScriptNode Caller { get; } = caller;

    public int Count => values.Length;

    /// <summary>The named arguments as variables of their own.</summary>
    public ScriptObject Variables => named is ScriptObject own ? own : (ScriptObject?)named?.Clone(deep: false) ?? [];

    public Rendering Rendering => Context.Rendering;

    public PageRequest Request => Context.Rendering.Request;

    public string Language => Request.Language;

    public object? this[int position] => position < values.Length ? values[position] : null;

    public object? Named(string name) => named is not null && named.TryGetValue(Context, Caller.Span, name, out var value) ? value : null;

    public string Text(int position) => Written(this[position]);

    public string NamedText(string name) => Written(Named(name));

    public bool NamedFlag(string name) => Context.ToBool(Caller.Span, Named(name)!);

    public TemplateException Mistake(string reason) => TemplateException.At(Caller.Span, reason);

    string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        _ => Context.ObjectToString(value),
    };
}

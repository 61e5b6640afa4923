using System.Collections;
using System.Numerics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>
/// One rendering: escapes what it writes, reads models only, and counts what the templates use up. It is used again after it has ended, since
/// Scriban's context takes 20 KB.
/// </summary>
sealed class PageTemplateContext : TemplateContext
{
    public const string TooLong = "The page takes too long.";

    const int StepsBetweenLooks = 64;

    static readonly MemberRenamerDelegate Renamer = StandardMemberRenamer.Default;

    readonly List<PageOutput> parts = [];
    Rendering? rendering;
    long deadline;
    int loops;
    int steps;
    int textsLength;

    public PageTemplateContext() : base(TemplateFunctions.All)
    {
        LoopLimit = TemplateLimits.Loops;
        RecursiveLimit = TemplateLimits.Depth;
        ObjectRecursionLimit = TemplateLimits.Depth;
        LimitToString = TemplateLimits.TextLength;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OutputLimit = TemplateLimits.OutputLength;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = TemplateLimits.Regex;
        AutoIndent = false;
        EnableRelaxedMemberAccess = true;
        EnableRelaxedTargetAccess = true;
        MemberRenamer = Renamer;
    }

    public Rendering Rendering => rendering ?? throw new InvalidOperationException("Nothing is rendered at the moment.");

    /// <summary>Whether an edited template ran in it, which may have left something behind.</summary>
    public bool HasRunEdited { get; set; }

    public PageRequest Request => Rendering.Request;

    /// <summary>What a part of the page is written to; it lives as long as this rendering.</summary>
    public PageOutput BeginPart(int length)
    {
        var part = new PageOutput(length, isRented: true);
        parts.Add(part);
        return part;
    }

    /// <param name="page">What is rendered.</param>
    /// <param name="time">How long the template may take; looked at between its steps.</param>
    /// <param name="limit">Stops what takes long within one step, where the template can't be trusted.</param>
    public void Begin(Rendering page, TimeSpan time, CancellationToken limit)
    {
        (rendering, CancellationToken) = (page, limit);
        deadline = Environment.TickCount64 + (long)time.TotalMilliseconds;
    }

    /// <summary>Forgets the page and all that was counted.</summary>
    public void End()
    {
        foreach (var part in parts) part.Return();
        parts.Clear();
        Reset();
        (rendering, CancellationToken) = (null, CancellationToken.None);
        (loops, steps, textsLength) = (0, 0, 0);
    }

    /// <summary>Counts one step of the page, and stops it where it takes too many or too long.</summary>
    public void Step()
    {
        if (++steps % StepsBetweenLooks == 0 && Environment.TickCount64 > deadline) throw TemplateException.At(CurrentSpan, TooLong);
        if (steps > TemplateLimits.Steps) throw TemplateException.At(CurrentSpan, $"The page takes more than {TemplateLimits.Steps} steps.");
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (!EnableOutput || textAsObject is null) return this;
        if (Output is PageOutput page) Write(page, textAsObject);
        else Write(Escaped(textAsObject));
        return this;
    }

    public void Write(PageOutput page, object value)
    {
        if (value is Html html) page.Append(html.Value);
        else if (value is PageOutput part) page.Append(part.Written);
        else if (value is IScriptOutput captured) page.Append(captured.ToString());
        else page.AppendEscaped(value as string ?? ObjectToString(value));
    }

    public override ValueTask<TemplateContext> WriteAsync(SourceSpan span, object? textAsObject) => new(Write(span, textAsObject));

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        Step();
        var result = scriptNode switch
        {
            ScriptBinaryExpression comparison when Comparison.Compares(comparison.Operator) => Comparison.Evaluate(this, comparison),
            ScriptFunctionCall call when FunctionCall.TryEvaluate(this, call, out var returned) => returned,
            _ => base.Evaluate(scriptNode, aliasReturnedFunction),
        };
        if (result is not null) Weigh(result);
        if (scriptNode is ScriptFunctionCall or ScriptPipeCall) WeighList(result);
        return result;
    }

    /// <summary>What a compiled template made anew: counted like all that Scriban evaluates.</summary>
    public object? Weighed(object? made)
    {
        Step();
        if (made is not null) Weigh(made);
        WeighList(made);
        return made;
    }

    /// <summary>Each value within a value is counted, since an object that holds another twice, and that one a third twice, has millions.</summary>
    public override string ObjectToString(object? value, bool nested = false)
    {
        Step();
        var text = value switch
        {
            Html html => html.Value ?? "",
            LocalText local => local.In(Request.Language),
            _ => base.ObjectToString(value, nested) ?? "",
        };
        if (nested) Count(text);
        return text;
    }

    /// <summary>Our functions take any object; Scriban would look at its type through reflection first.</summary>
    public override object? ToObject(SourceSpan span, object? value, Type destinationType) =>
        destinationType == typeof(object) ? value : base.ToObject(span, value, destinationType);

    public override bool ToBool(SourceSpan span, object? value) => !ModelValue.IsNothing(value) && base.ToBool(span, value);

    public override void Import(SourceSpan span, object objectToImport)
    {
        if (objectToImport is not ScriptObject) throw TemplateException.At(span, "Only objects of the template can be imported.");
        base.Import(span, objectToImport);
    }

    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        if (++loops > TemplateLimits.Loops) throw TemplateException.At(loop.Span, $"The page loops more than {TemplateLimits.Loops} times.");
        return base.OnStepLoop(loop);
    }

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => target switch
    {
        IScriptObject or string => base.GetMemberAccessorImpl(target),
        IDictionary => DictionaryAccess.Instance,
        IEnumerable => ListAccess.Instance,
        DateTimeOffset or DateOnly or TimeOnly => MomentAccess.Instance,
        _ => ModelMembers.Of(target.GetType()).Accessor,
    };

    protected override IListAccessor? GetListAccessorImpl(object target, Type type) =>
        target is IList and not ScriptArray ? ListAccess.Instance : base.GetListAccessorImpl(target, type);

    /// <summary>Inside of a capture, which is written raw later.</summary>
    string Escaped(object value) => value is Html or IScriptOutput ? value.ToString()! : HtmlEscaping.Escape(value as string ?? ObjectToString(value));

    void Weigh(object result)
    {
        if (result is string text) Count(text);
        else if (result is ScriptArray { Count: > TemplateLimits.ListLength })
            throw TemplateException.At(CurrentSpan, $"A list is longer than {TemplateLimits.ListLength} items.");
        else if (result is BigInteger number && number.GetByteCount() > TemplateLimits.NumberBytes)
            throw TemplateException.At(CurrentSpan, "A number is too large.");
    }

    /// <summary>A list that a function made takes room for each item, and a text that was cut apart for each piece too.</summary>
    void WeighList(object? made)
    {
        if (made is ScriptArray list) Count(list.Count * TemplateLimits.ItemLength);
        else if (made is ScriptRange items)
            foreach (var item in (IEnumerable)items) Count(item is string piece ? TemplateLimits.PieceLength + piece.Length : TemplateLimits.ItemLength);
    }

    void Count(string text) => Count(text.Length);

    void Count(int length)
    {
        textsLength += length;
        if (textsLength > TemplateLimits.TextsLength) throw TemplateException.At(CurrentSpan, "The page makes too much text.");
    }
}

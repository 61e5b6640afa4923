using Microsoft.Extensions.ObjectPool;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>Runs templates: a part by itself, or a page in the layout.</summary>
sealed class TemplateRenderer(TemplateLibrary templates, TextLibrary texts, AssetLibrary assets, PageRequests requests)
{
    /// <summary>What a template is called that has no name.</summary>
    public const string TextName = "text";

    readonly ObjectPool<PageTemplateContext> contexts = ObjectPool.Create<PageTemplateContext>();

    public string AssetAddress(string owner, string file) => assets.Address(owner, file) ?? AddressEncoding.Nowhere;

    /// <summary>A template by itself, such as a section of the home page.</summary>
    public Html RenderPart(string owner, string template, object? model, HttpContext context) =>
        new(RenderPart(requests.Of(context, owner), owner, template, model).ToString());

    public PageOutput RenderPart(PageRequest request, string owner, string template, object? model, Form? form = null, TimeSpan? time = null) =>
        RenderInTime(new Rendering(request, templates, texts, assets) { Form = form, Time = time }, owner, template, model);

    /// <summary>A template that is kept as data, as little trusted as any edited one.</summary>
    /// <exception cref="TemplateException">The text does not parse, or does what it may not.</exception>
    public PageOutput RenderText(PageRequest request, string owner, string text, object? model) =>
        RenderInTime(new Rendering(request, templates, texts, assets), CompiledTemplate.Parse(owner, TextName, TextName, text, isTrusted: false), model);

    /// <summary>A page in its layout, written in memory that is borrowed: whoever sends it gives it back.</summary>
    public PageOutput RenderPage(PageRequest request, string template, object? model, Form? form, int status, bool withEdited = true)
    {
        var rendering = new Rendering(request, templates, texts, assets) { Form = form, WithEdited = withEdited };
        rendering.Head.Status = status;
        var content = RenderInTime(rendering, request.Owner, template, model, isRented: true);
        SiteInformation.Complete(rendering.Head, request);
        var page = RenderInTime(rendering, PageOwner.Host.Id, request.Layout, new { content, page = rendering.Head, menu = request.Menu(), account = request.Account(), notices = request.Notices }, isRented: true);
        content.Return();
        return page;
    }

    PageOutput RenderInTime(Rendering rendering, string owner, string name, object? model, bool isRented = false)
    {
        var template = rendering.Find(owner, name) ?? throw new TemplateException($"{owner}/{name}.html", 1, 1, "There is no such template.");
        return RenderInTime(rendering, template, model, isRented);
    }

    PageOutput RenderInTime(Rendering rendering, CompiledTemplate template, object? model, bool isRented = false)
    {
        var time = rendering.Time ?? (template.IsTrusted ? TemplateLimits.TrustedTime : TemplateLimits.OwnTime);
        using var limit = template.IsTrusted ? null : new CancellationTokenSource(time);
        var context = contexts.Get();
        context.Begin(rendering, time, limit?.Token ?? CancellationToken.None);
        var isWhole = false;
        try
        {
            var output = Run(context, template, PageVariables.Of(rendering, model), new PageOutput(template.ExpectedLength, isRented));
            isWhole = true;
            return output;
        }
        catch (ScriptAbortException stopped)
        {
            throw TemplateException.At(stopped.Span, PageTemplateContext.TooLong, stopped);
        }
        catch (ScriptRuntimeException failure)
        {
            throw failure.InnerException as TemplateException ?? TemplateException.At(failure.Span, failure.OriginalMessage, failure);
        }
        finally
        {
            context.End();
            if (isWhole && !context.HasRunEdited) contexts.Return(context);
        }
    }

    /// <summary>Runs a template with variables of its own above those of the page.</summary>
    public static PageOutput Run(PageTemplateContext context, CompiledTemplate template, ScriptObject variables, PageOutput output)
    {
        var (owner, regexTime) = (context.Rendering.Owner, context.RegexTimeOut);
        context.Rendering.Owner = template.Owner;
        context.HasRunEdited |= !template.IsTrusted;
        // Clocks run on while a busy machine does something else: a short time is for templates that villages edit.
        context.RegexTimeOut = template.IsTrusted ? TemplateLimits.TrustedTime : TemplateLimits.Regex;
        context.PushOutput(output);
        context.PushGlobal(variables);
        context.PushSourceFile(template.File);
        try
        {
            template.Run(context, output);
        }
        finally
        {
            context.PopSourceFile();
            context.PopGlobal();
            context.PopOutput();
            (context.Rendering.Owner, context.RegexTimeOut) = (owner, regexTime);
        }

        template.Wrote(output.Length);
        return output;
    }
}

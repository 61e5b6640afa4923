using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>What a page says of itself in its head; these functions print nothing.</summary>
static class HeadFunctions
{
    const int ShareWidth = 1280;

    public static void AddTo(ScriptObject functions)
    {
        functions.Add("title", Saying((head, call) => head.Title = call.Text(0)));
        functions.Add("description", Saying((head, call) => head.Description = call.Text(0)));
        functions.Add("robots", Saying((head, call) => head.Robots = call.Text(0)));
        functions.Add("crumb", Saying((head, call) => head.Crumbs.Add(new Crumb(call.Text(0), call.Text(1), Addresses.Url(call.Request, call.Text(1))))));
        functions.Add("feed", Saying((head, call) => head.Feeds.Add(new FeedLink(call.Text(0), FeedType(call.Text(1)), Addresses.Url(call.Request, call.Text(1))))));
        functions.Add("og", Saying((head, call) => head.Og.Add(new OpenGraphValue(call.Text(0), OpenGraph(call)))));
        functions.Add("share", Saying((head, call) => Share(head, call)));
        functions.Add("json_ld", Saying((head, call) => head.JsonLd.Add(JsonLd.Script(call))));
    }

    static TemplateFunction Saying(Action<PageHead, Arguments> say) => new(call =>
    {
        say(call.Rendering.Head, call);
        return null;
    });

    static string FeedType(string path) => path.EndsWith("atom.xml", StringComparison.Ordinal) ? "application/atom+xml" : "application/rss+xml";

    static string OpenGraph(Arguments call) =>
        call[1] is DateTimeOffset or DateOnly or DateTime ? DateWriting.Iso(call[1], call.Request.TimeZone) : call.Text(1);

    static void Share(PageHead head, Arguments call)
    {
        if (PictureMarkup.FileOf(call[0], ShareWidth) is not { } picture) return;
        head.Share = picture;
        head.Og.Add(new OpenGraphValue("og:image", call.Request.Addresses.AbsoluteFile(picture.File)));
        head.Og.Add(new OpenGraphValue("og:image:width", NumberWriting.Plain(picture.Width)));
        head.Og.Add(new OpenGraphValue("og:image:height", NumberWriting.Plain(picture.Height)));
        if (picture.Alt.Length > 0) head.Og.Add(new OpenGraphValue("og:image:alt", picture.Alt));
    }
}

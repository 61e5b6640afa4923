using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.News.Console;

namespace SmartKampung.Tests.Plugins.News.Import;

/// <summary>Brings exports as staff do.</summary>
static class ImportDesk
{
    public const string Page = $"{NewsDesk.List}/impor";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Uploads a file, and shows what was found in it.</summary>
    public static async Task<(string Path, IDocument Shown)> CheckAsync(this StaffBrowser staff, byte[] content, string name = "desa.xml")
    {
        using var answer = await staff.UploadAsync(content, name);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Stop));
        var path = answer.Headers.Location!.OriginalString;
        return (path, await staff.OpenAsync(path));
    }

    /// <summary>Uploads a file and takes all that is in it.</summary>
    public static async Task<IDocument> ImportAsync(this StaffBrowser staff, TestHost host, byte[] content, string name = "desa.xml", params (string Name, string Value)[] choices)
    {
        var (path, _) = await staff.CheckAsync(content, name);
        await staff.SubmitAsync(path, path, HttpStatusCode.SeeOther, choices);
        await host.CatchUpAsync();
        return await staff.OpenAsync(path);
    }

    public static async Task<HttpResponseMessage> UploadAsync(this StaffBrowser staff, byte[] content, string name)
    {
        var token = (await staff.OpenAsync(Page)).QuerySelector("form[enctype] input[type=hidden]")!;
        using var file = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("text/xml") } };
        using var form = new MultipartFormDataContent { { new StringContent(token.GetAttribute("value")!), token.GetAttribute("name")! }, { file, "file", name } };
        return await staff.Client.PostAsync(new Uri(Page, UriKind.Relative), form, Stop);
    }

    public static string Text(this IDocument page) => page.QuerySelector("main")!.TextContent;
}

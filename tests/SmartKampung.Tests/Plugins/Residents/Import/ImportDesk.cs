using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Residents.Import;

/// <summary>Brings sheets as staff do.</summary>
static class ImportDesk
{
    public const string Page = $"{RegisterDesk.Console}/impor";

    public static async Task<HttpResponseMessage> UploadAsync(this StaffBrowser staff, byte[] content, string name = "penduduk.csv")
    {
        var token = (await staff.OpenAsync(Page)).QuerySelector("form[enctype] input[type=hidden]")!;
        using var file = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var form = new MultipartFormDataContent { { new StringContent(token.GetAttribute("value")!), token.GetAttribute("name")! }, { file, "file", name } };
        return await staff.Client.PostAsync(new Uri(Page, UriKind.Relative), form, RegisterDesk.Stop);
    }

    /// <summary>Uploads a sheet, and shows the report of its dry run.</summary>
    public static async Task<(string Path, IDocument Shown)> CheckAsync(this RegisterDesk desk, byte[] content, string name = "penduduk.csv")
    {
        using var answer = await desk.Operator.UploadAsync(content, name);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(RegisterDesk.Stop));
        await desk.Host.CatchUpAsync();
        var path = answer.Headers.Location!.OriginalString;
        return (path, await desk.Operator.OpenAsync(path));
    }

    public static async Task<IDocument> TakeAsync(this RegisterDesk desk, string path, params (string Name, string Value)[] choices)
    {
        await desk.Operator.SubmitAsync(path, path, HttpStatusCode.SeeOther, choices);
        await desk.Host.CatchUpAsync();
        return await desk.Operator.OpenAsync(path);
    }

    public static async Task<IDocument> TakeBackAsync(this RegisterDesk desk, string path)
    {
        await desk.Operator.SubmitAsync(path, $"{path}/batalkan", HttpStatusCode.SeeOther);
        await desk.Host.CatchUpAsync();
        return await desk.Operator.OpenAsync(path);
    }

    /// <summary>New, changed, unchanged and wrong.</summary>
    public static string Figures(this IDocument page) => string.Join(' ', page.QuerySelectorAll("dl.figures dd").Select(figure => figure.TextContent));

    public static string Text(this IDocument page) => page.QuerySelector("main")!.TextContent;
}

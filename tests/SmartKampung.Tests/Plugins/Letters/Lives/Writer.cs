using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Lives;

/// <summary>Sends forms without opening the page of each, as somebody may who has it open since long.</summary>
class Writer(StaffBrowser browser) : IDisposable
{
    static readonly HttpStatusCode[] Expected = [HttpStatusCode.SeeOther, HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK];

    /// <summary>Opened once, since the form of a second page that is opened at the same moment would go with another cookie.</summary>
    readonly Lazy<Task<IDocument>> form = new(() => browser.OpenAsync("/akun/nama"));

    protected StaffBrowser Browser => browser;

    /// <summary>Whatever is not possible is refused, and nothing fails.</summary>
    /// <returns>Where it leads; empty where it was refused.</returns>
    public async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.PostAsync(await form.Value, path, fields);
        Assert.True(Expected.Contains(answer.StatusCode), $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return answer.StatusCode == HttpStatusCode.SeeOther ? answer.Headers.Location!.OriginalString.Split('?')[0] : "";
    }

    public void Dispose()
    {
        browser.Dispose();
        GC.SuppressFinalize(this);
    }
}

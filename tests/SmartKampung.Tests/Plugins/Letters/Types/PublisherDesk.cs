using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Types;

/// <summary>Somebody of the regency or a district, at the console where types are published.</summary>
sealed class PublisherDesk(StaffBrowser staff, string area) : IDisposable
{
    public const string Types = "/kelola/letters/jenis";

    public StaffBrowser Staff => staff;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string PathOf(string slug) => $"{Types}/{area}/{slug}";

    public void Dispose() => staff.Dispose();

    public async Task<IDocument> PublishAsync(string json, string note = "Diterbitkan.", HttpStatusCode expected = HttpStatusCode.SeeOther)
    {
        var token = (await staff.OpenAsync($"{Types}/unggah")).QuerySelector("form[method=post] input[name=_form]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "_form" }, { new StringContent(note), "note" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(json)), "file", "jenis.json" } };
        using var answer = await staff.Client.PostAsync(new Uri($"{Types}/unggah", UriKind.Relative), form, Stop);
        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {html}");
        return await BrowsingContext.New().OpenAsync(request => request.Content(html), Stop);
    }

    public Task WithdrawAsync(string slug) => SubmitAsync(staff, PathOf(slug), "tarik");

    /// <summary>Makes the next edition on the page, changing these fields.</summary>
    public async Task<HttpStatusCode> EditAsync(string slug, params (string Name, string Value)[] changed)
    {
        var path = $"{PathOf(slug)}/ubah";
        var page = await staff.OpenAsync(path);
        var typed = page.QuerySelectorAll("main form[method=post] [name]").Where(field => field.GetAttribute("name") != "_form" && (field as IHtmlInputElement)?.Type is not ("checkbox" or "radio") || field.HasAttribute("checked"))
            .Select(field => (Name: field.GetAttribute("name")!, Value: ValueOf(field))).Where(field => changed.All(one => one.Name != field.Name)).ToArray();
        using var answer = await staff.PostAsync(page, path, [.. typed, .. changed]);
        return answer.StatusCode;
    }

    /// <summary>Presses the button of the form of a page that ends so.</summary>
    public static async Task SubmitAsync(StaffBrowser person, string path, string action)
    {
        var page = await person.OpenAsync(path);
        var form = page.QuerySelector($"form[action$='/{action}']")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Where(input => input.GetAttribute("name") != "_form").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        using var answer = await person.PostAsync(page, form.GetAttribute("action")!, [.. hidden]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    static string ValueOf(IElement field) => field switch
    {
        IHtmlTextAreaElement text => text.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement input => input.Value,
        _ => "",
    };
}

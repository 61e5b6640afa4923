using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Consoles.Profiles;

/// <summary>A person at a village's console who fills in forms as they stand in the page, files among them.</summary>
sealed class ProfileDesk : IDisposable
{
    readonly TestHost host;

    ProfileDesk(TestHost host, StaffBrowser staff, string code, string slug) => (this.host, Staff, Code, Slug) = (host, staff, code, slug);

    public StaffBrowser Staff { get; }

    public string Code { get; }

    public string Slug { get; }

    public Guid VillageId => host.Services.GetRequiredService<VillageRegistry>().FindByCode(Code)!.Id;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ProfileDesk> OpenAsync(TestHost host, string code, string role = Roles.Administrator) =>
        new(host, await StaffBrowser.SignInAsync(host, role, StaffBrowser.ScopeOf(host, code)), code, host.Services.GetRequiredService<VillageRegistry>().FindByCode(code)!.Slug);

    public void Dispose() => Staff.Dispose();

    public Task<IDocument> OpenAsync(string page, HttpStatusCode expected = HttpStatusCode.OK) => Staff.OpenAsync($"/{Slug}{page}", expected);

    public async Task<string> SeenByVisitorsAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await host.Anonymous.GetAsync(new Uri($"/{Slug}{path}", UriKind.Relative), Stop);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>Keeps a file beside the library, as profiles of earlier times did.</summary>
    public async Task<string> KeepFileAsync(byte[] content, string extension)
    {
        using var file = new MemoryStream(content);
        return await host.Services.GetRequiredService<FileStore>().For(Partition.OfVillage(VillageId)).SaveAsync(file, extension, Stop);
    }

    public VillageProfile Profile() => host.Services.GetRequiredService<VillageCache>().GetAsync(host.Services.GetRequiredService<VillageRegistry>().FindByCode(Code)!).AsTask().Result.Profile;

    /// <summary>Opens a page, fills in its main form and sends it.</summary>
    public async Task<IDocument> SaveAsync(string page, HttpStatusCode expected, params (string Name, object Value)[] fields) =>
        await SendAsync(await OpenAsync(page), expected, fields);

    /// <summary>Fills in the main form of a page that was opened before, and sends it.</summary>
    public async Task<IDocument> SendAsync(IDocument page, HttpStatusCode expected, params (string Name, object Value)[] fields)
    {
        var form = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(form => fields.All(field => form.QuerySelector($"[name='{field.Name}']") is not null));
        return await SendAsync(form, form.GetAttribute("action")!, expected, fields);
    }

    public async Task<IDocument> SendAsync(IHtmlFormElement form, string action, HttpStatusCode expected, params (string Name, object Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(form).Where(filled => fields.All(field => field.Name != filled.Name)).Concat(fields))
            if (value is byte[] file) content.Add(new ByteArrayContent(file), name, "../../berkas.exe");
            else content.Add(new StringContent((string)value), name);
        using var answer = await Staff.Client.PostAsync(new Uri(action, UriKind.Relative), content, Stop);
        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(expected == answer.StatusCode, $"{action}: {answer.StatusCode} {html}");
        return await BrowsingContext.New().OpenAsync(request => request.Content(html), Stop);
    }

    static IEnumerable<(string Name, object Value)> Filled(IElement form) => form.QuerySelectorAll("input[name]:not([type=file]), textarea[name], select[name]").Select(field => field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => ("", ""),
        IHtmlInputElement input => (input.Name!, (object)input.Value),
        IHtmlTextAreaElement area => (area.Name!, area.Value),
        IHtmlSelectElement select => (select.Name!, select.Value ?? ""),
        _ => ("", ""),
    }).Where(field => field.Item1.Length > 0);
}

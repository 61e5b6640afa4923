using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Media;
using SmartKampung.Tests.Host.Modules;
using SmartKampung.Tests.Plugins.Residents;

namespace SmartKampung.Tests.Plugins.Letters;

/// <summary>One host for the tests of a class, with letters and the register on everywhere.</summary>
public sealed class LettersHost : VillagesHost
{
    private protected override string[] Everywhere => ["residents", "letters"];

    private protected override void Add(PluginFolders plugins) =>
        plugins.Add(Path.Combine(Repository.Plugins, "residents"), "residents").Add(Path.Combine(Repository.Plugins, "letters"), "letters");

    /// <summary>A village of a test's own.</summary>
    internal async Task<LettersVillage> BeginAsync()
    {
        var village = Next();
        return await new LettersVillage(
            Host, village.Code, village.Slug, (role, name, territory, reference) => SignInAsync(role, village, name, territory, reference), await SignInAsync(Roles.Operator, village, "Dewi Lestari")).BeginAsync();
    }
}

/// <summary>A village with two RT and an operator.</summary>
sealed class LettersVillage(TestHost host, string code, string slug, Func<string, string, Territory?, Guid?, Task<StaffBrowser>> signIn, StaffBrowser staff)
{
    public static readonly Territory Here = RegisterVillage.Here;
    public static readonly Territory NextDoor = RegisterVillage.NextDoor;

    /// <summary>The smallest picture that is one.</summary>
    public static readonly byte[] Photo = Pictures.Jpeg();

    readonly RegisterVillage register = new(host, code, slug, signIn, staff);

    public StaffBrowser Operator { get; } = staff;

    public TestHost Host => host;

    public string Code => code;

    public string District => code[..8];

    public string Site => $"/{slug}";

    public string Desk => $"{Site}/kelola/letters";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<LettersVillage> BeginAsync()
    {
        foreach (var place in new[] { Here, NextDoor }) await register.AddUnitAsync(place);
        return this;
    }

    public Task<StaffBrowser> SignInAsync(string role, string name = "Pak Misnadi", Territory? territory = null) => signIn(role, name, territory, null);

    /// <summary>Somebody of the register with an account.</summary>
    public async Task<StaffBrowser> ResidentAsync(string name = "Yuliana Sari", Territory? place = null, string family = "", string phone = "0812-3456-7417", string email = "") =>
        await SignInAsync(await EnterAsync(name, place, family, phone, email), name);

    /// <summary>The account of somebody of the register.</summary>
    public Task<StaffBrowser> SignInAsync(Guid resident, string name) => signIn(Roles.Resident, name, null, resident);

    /// <summary>Somebody whom the register does not know by the account.</summary>
    public Task<StaffBrowser> StrangerAsync() => signIn(Roles.Resident, "Tamu Baru", null, null);

    public Task<Guid> EnterAsync(string name, Territory? place = null, string family = "", string phone = "", string email = "") =>
        register.AddAsync(name, place, family.Length > 0 ? Guid.Parse(family) : null, ("sex", "female"), ("phone", phone), ("email", email));

    public async Task<string> FamilyAsync() => (await register.AddFamilyAsync("")).ToString();

    /// <summary>A type of the village's own, as the console takes one in.</summary>
    public async Task BringTypeAsync(string json)
    {
        using var answer = await UploadAsync(Operator, $"{Desk}/jenis/bawa", $"{Desk}/jenis/bawa", "file", "jenis.json", System.Text.Encoding.UTF8.GetBytes(json));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Stop));
    }

    public static async Task<HttpResponseMessage> UploadAsync(StaffBrowser person, string page, string action, string field, string name, byte[] content)
    {
        var token = (await person.OpenAsync(page)).QuerySelector("form[method=post] input[name=_form]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "_form" }, { new ByteArrayContent(content), field, name } };
        return await person.Client.PostAsync(new Uri(action, UriKind.Relative), form, Stop);
    }

    /// <summary>Answers with a page's own form, wherever it leads.</summary>
    /// <returns>The page that comes then.</returns>
    public static async Task<(string Path, IDocument Page)> AnswerAsync(StaffBrowser person, string path, params (string Name, string Value)[] fields)
    {
        var page = await person.OpenAsync(path);
        var form = page.QuerySelectorAll("main form[method=post]").Last(form => fields.All(field => form.QuerySelector($"[name='{field.Name}']") is not null));
        var hidden = form.QuerySelectorAll("input[type=hidden]").Where(input => input.GetAttribute("name") != "_form" && fields.All(field => field.Name != input.GetAttribute("name"))).Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!));
        using var answer = await person.PostAsync(page, form.GetAttribute("action")!, [.. hidden, .. fields]);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Stop));
        var next = answer.Headers.Location!.OriginalString;
        using var followed = await person.Client.GetAsync(new Uri(next, UriKind.Relative), Stop);
        var shown = followed.StatusCode == HttpStatusCode.SeeOther ? followed.Headers.Location!.OriginalString : next;
        return (shown, await person.OpenAsync(shown));
    }

    /// <summary>Begins a letter, up to its first question.</summary>
    public async Task<string> BeginAsync(StaffBrowser person, string slug, params (string Name, string Value)[] fields)
    {
        var (_, data) = await AnswerAsync(person, $"{Site}/surat/{slug}/ajukan", [("token", Guid.NewGuid().ToString()), .. fields]);
        return data.QuerySelector("main a.button")!.GetAttribute("href")!;
    }

    public static Task<HttpResponseMessage> AttachAsync(StaffBrowser person, string page, byte[]? content = null, string name = "ktp.jpg") =>
        UploadAsync(person, page, page, "file", name, content ?? Photo);

    /// <summary>A simple letter asked for and sent.</summary>
    /// <returns>The address of its page.</returns>
    public async Task<string> AskAsync(StaffBrowser person, string slug = Sample.Slug, string purpose = "membuka rekening di BRI")
    {
        var question = await BeginAsync(person, slug);
        var (document, _) = await AnswerAsync(person, question, ("answer", purpose));
        using (var attached = await AttachAsync(person, document)) Assert.Equal(HttpStatusCode.SeeOther, attached.StatusCode);
        var request = document[..document.IndexOf("/dokumen", StringComparison.Ordinal)];
        await person.SubmitAsync($"{request}/periksa", $"{request}/kirim", HttpStatusCode.SeeOther);
        return request;
    }

    /// <summary>The page of a request at the desk, by the resident's.</summary>
    public string AtDesk(string request) => request.Replace($"{Site}/surat/", $"{Desk}/", StringComparison.Ordinal);

    /// <summary>Presses approve on the page of a request.</summary>
    public async Task<HttpStatusCode> ApproveAsync(StaffBrowser person, string request)
    {
        var page = await person.OpenAsync(AtDesk(request));
        var version = page.QuerySelector("input[name=version]")?.GetAttribute("value") ?? "0";
        using var answer = await person.PostAsync(page, $"{AtDesk(request)}/setujui", ("version", version));
        return answer.StatusCode;
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Tests.Host.Audit;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Hostile;

/// <summary>Walks the forms of both consoles and of one's account, fills every field of text with something hostile, and reads every page afterwards.</summary>
public sealed class HostileFieldTests(HostileHost hostile) : IClassFixture<HostileHost>
{
    /// <summary>What takes away what others still need, or signs out.</summary>
    static readonly string[] Ends = ["keluar", "tutup", "hapus", "matikan", "baca-saja", "arsipkan", "cadangan", "perangkat", "dukungan", "peluncuran", "surel", "aturan"];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"><pwn-x onpwn=1>")]
    [InlineData("'><img src=x onerror=pwn()>")]
    [InlineData("<script>pwn()</script>")]
    [InlineData("</textarea></title></style><script>pwn()</script>")]
    [InlineData("javascript:pwn()")]
    [InlineData("\" autofocus onfocus=pwn() x=\"")]
    [InlineData("<svg/onload=pwn()><math><mtext></table><mglyph><style><!--</style><img src onerror=pwn()>")]
    [InlineData("&lt;pwn-x&gt;{{ \"<pwn-x>\" }}")]
    public async Task Field_filled_with_markup_shows_as_text_wherever_it_shows(string payload)
    {
        using var staff = await hostile.AdministratorAsync();
        using var regency = await hostile.RegencyAsync();
        var sent = await Task.WhenAll(FillAllAsync(staff, payload, HostileHost.Village + "/kelola", "/akun"), FillAllAsync(regency, payload, "/kelola"));

        await ReadAllAsync(staff, regency, payload);
        var forms = sent.SelectMany(part => part).ToList();
        var refused = forms.Where(form => !form.IsAccepted).Select(form => form.Action).Order().ToList();
        Assert.True(forms.Count > 20 && refused.Count * 2 < forms.Count, $"{forms.Count} forms, refused: {string.Join(' ', refused)}");
    }

    /// <summary>Sends the forms of parts of the site one after the other, each as it stands by then. What is refused is sent once more with the refused fields as they were.</summary>
    async Task<List<(string Action, bool IsAccepted)>> FillAllAsync(StaffBrowser browser, string payload, params string[] parts)
    {
        var sent = new List<(string, bool)>();
        foreach (var page in parts.SelectMany(Pages))
            for (var index = 0; await FormsAsync(browser, page) is var forms && index < forms.Count; index++)
            {
                var action = forms[index].GetAttribute("action") ?? page;
                var refused = await TryAsync(browser, forms[index], page, payload, []);
                if (refused is { Count: > 0 } && (await FormsAsync(browser, page)).ElementAtOrDefault(index) is { } again) refused = await TryAsync(browser, again, page, payload, refused);
                sent.Add((action, refused is null));
            }

        return sent;
    }

    /// <summary>Null where it was accepted, else the fields that were not.</summary>
    async Task<HashSet<string>?> TryAsync(StaffBrowser browser, IHtmlFormElement form, string page, string payload, HashSet<string> plain)
    {
        using var answer = await SubmitAsync(browser, form, page, payload, plain);
        await hostile.CheckAsync(answer, $"{payload} at {form.GetAttribute("action")}");
        if (answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.OK) return null;
        var shown = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop);
        return [.. shown.QuerySelectorAll("[aria-invalid=true][name]").Select(field => field.GetAttribute("name")!)];
    }

    [Theory]
    [InlineData("id", "00000000-0000-0000-0000-000000000001")]
    [InlineData("version", "99")]
    [InlineData("role", "administrator")]
    [InlineData("scope", "regency")]
    [InlineData("accountId", "00000000-0000-0000-0000-000000000001")]
    [InlineData("account_id", "00000000-0000-0000-0000-000000000001")]
    [InlineData("login", "jahat@contoh.id")]
    [InlineData("stamp", "x")]
    [InlineData("proof", "SecondStep")]
    [InlineData("roles[0].role", "administrator")]
    public async Task Field_that_no_form_has_changes_nothing(string name, string value)
    {
        using var person = await StaffBrowser.SignInAsync(hostile.Host, Roles.Resident);
        foreach (var path in new[] { "/akun/nama", "/akun/data-pribadi" })
            using (var answer = await person.PostAsync(path, path, ("name", "Nama baru"), ("page_language", "any"), ("kind", "correction"), ("reason", "Ada yang salah tulis."), (name, value)))
                await hostile.CheckAsync(answer, name);

        var session = hostile.Host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        var (account, roles) = (await session.LoadAsync<Account>(person.Account.Id, Stop), await session.Query<RoleAssignment>().Where(role => role.AccountId == person.Account.Id).ToListAsync(Stop));
        Assert.Equal(("Nama baru", person.Account.LoginKey, person.Account.Login, person.Account.Stamp), (account!.Name, account.LoginKey, account.Login, account.Stamp));
        Assert.Equal((Roles.Resident, StaffBrowser.ScopeOf(hostile.Host).ToString()), (Assert.Single(roles).Role, roles[0].Scope));
    }

    /// <summary>Tried on, and answered with what is wrong or with a page that they did no harm to.</summary>
    [Theory]
    [InlineData("{{ for i in 1..1000000000 }}x{{ end }}")]
    [InlineData("{{ while true }}x{{ end }}")]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ x = 'aaaaaaaaaaaaaaaa'; for i in 1..60; x = x + x; end; x }}")]
    [InlineData("{{ x = []; for i in 1..999999; x = array.add x x; end; x }}")]
    [InlineData("{{ include 'footer' }}")]
    [InlineData("{{ include '../../../../etc/passwd' }}")]
    [InlineData("{{ village.get_type.assembly.location }}")]
    [InlineData("{{ 'x'.get_type }}{{ site.services }}")]
    [InlineData("{{ object.eval 'village' }}")]
    [InlineData("{{ object.eval_template '{{ 1 }}' }}")]
    [InlineData("{{ string.pad_left 'x' 2000000000 }}")]
    [InlineData("{{ regex.match 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '(a+)+$' }}")]
    [InlineData("{{ 9999999999 ** 99999 }}")]
    [InlineData("{{")]
    public async Task Template_that_loops_allocates_or_reaches_out_stays_in_its_editor(string text)
    {
        using var staff = await hostile.AdministratorAsync();
        var path = $"{HostileHost.Village}/kelola/tampilan/templat/host/footer";
        using var answer = await staff.PostAsync(path, path, ("text", text), ("page", "/"), ("do", "preview"), ("version", "0"));
        await hostile.CheckAsync(answer, text);
        using var tried = await staff.Client.GetAsync(new Uri(HostileHost.Village, UriKind.Relative), Stop);
        await hostile.CheckAsync(tried, text);
        Assert.DoesNotContain("root:", await tried.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var visitor = await hostile.Host.Anonymous.GetAsync(new Uri(HostileHost.Village, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, visitor.StatusCode);
    }

    IEnumerable<string> Pages(string part) => hostile.Addresses("GET").Where(path => path.StartsWith(part, StringComparison.Ordinal) && !Ends.Any(end => path.Contains(end, StringComparison.Ordinal)) && !path.Contains("unduh", StringComparison.Ordinal));

    static async Task<IReadOnlyList<IHtmlFormElement>> FormsAsync(StaffBrowser browser, string path)
    {
        using var answer = await browser.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html") return [];
        var html = await answer.Content.ReadAsStringAsync(Stop);
        var page = await new HtmlParser().ParseDocumentAsync(html, Stop);
        return [.. page.Forms.OfType<IHtmlFormElement>().Where(form => form.GetAttribute("method") == "post" && form.QuerySelector("input[type=text], input:not([type]), textarea:not([readonly])") is not null && !Ends.Any(end => form.GetAttribute("action")?.Contains(end, StringComparison.Ordinal) is true))];
    }

    static async Task<HttpResponseMessage> SubmitAsync(StaffBrowser browser, IHtmlFormElement form, string page, string payload, HashSet<string> plain)
    {
        using var content = new FormUrlEncodedContent(
            from field in form.QuerySelectorAll("input[name], textarea[name], select[name]")
            group field by field.GetAttribute("name")! into named
            select KeyValuePair.Create(named.Key, ValueOf(named.FirstOrDefault(field => field.HasAttribute("checked")) ?? named.First(), payload, plain.Contains(named.Key))));
        return await browser.Client.PostAsync(new Uri(form.GetAttribute("action") ?? page, UriKind.Relative), content, Stop);
    }

    static string ValueOf(AngleSharp.Dom.IElement field, string payload, bool isPlain) => field switch
    {
        IHtmlInputElement or IHtmlTextAreaElement when isPlain => PlainOf(field),
        IHtmlTextAreaElement => payload,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement { Type: "text" or "search" } => payload,
        _ => field.GetAttribute("value") ?? "",
    };

    /// <summary>What the field held, or else something of its kind.</summary>
    static string PlainOf(AngleSharp.Dom.IElement field)
    {
        var held = field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value");
        if (!string.IsNullOrEmpty(held)) return held;
        if (!field.HasAttribute("required")) return "";
        return UnrecordedRoutes.Typed.GetValueOrDefault(field.GetAttribute("name")!) ?? field.GetAttribute("type") switch { "number" => "1", "date" => "2026-11-30", "time" => "08:00", "datetime-local" => "2026-11-30T08:00", "email" => "a@contoh.id", _ => "Contoh yang cukup panjang" };
    }

    async Task ReadAllAsync(StaffBrowser staff, StaffBrowser regency, string payload)
    {
        var own = hostile.Addresses("GET").Where(path => !path.Contains("unduh", StringComparison.Ordinal) && !path.Contains("00000000", StringComparison.Ordinal) && !path.Contains("/templat/", StringComparison.Ordinal));
        await HostileHost.EachAsync(own, async path =>
        {
            using var answer = await (path.StartsWith("/kelola", StringComparison.Ordinal) ? regency : staff).Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            await hostile.CheckAsync(answer, $"{payload} read at {path}");
        });
    }
}

using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SmartKampung.Tests.Host.Audit;

/// <summary>Follows the links to routes that begin with one of the parts, as one person, and sends the forms of its pages with whatever makes them valid.</summary>
sealed class FormWalk(HttpClient browser, RouteNames routes, string[] parts)
{
    /// <summary>A list shows many of the same; some may be what a form can't be sent for.</summary>
    const int MostOfAKind = 4;

    readonly HashSet<string> sent = new(StringComparer.Ordinal);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Sends each form once more that is wanted, and tells it to the caller by its route.</summary>
    /// <param name="starts">Where to begin.</param>
    /// <param name="isWanted">Whether a route's form is to be sent now.</param>
    /// <param name="send">Sends it and tells whether that was a success.</param>
    public async Task RunAsync(IEnumerable<string> starts, Func<string, bool> isWanted, Func<string, Func<Task<HttpResponseMessage>>, Task<bool>> send)
    {
        var visit = new Visit(isWanted, send, new(starts), new(starts, StringComparer.Ordinal), new(StringComparer.Ordinal));
        while (visit.Waiting.TryDequeue(out var path))
            if (await OpenAsync(path) is { } page)
            {
                foreach (var link in page.QuerySelectorAll("a[href]")) Follow(link.GetAttribute("href")!.Split('#')[0], visit);
                await TryAllAsync(path, page, visit);
            }
    }

    void Follow(string link, Visit visit)
    {
        if (!IsNear(link) || visit.Kinds.GetValueOrDefault(KindOf(link)) is var kinds && kinds >= (link.Contains('?') ? 1 : MostOfAKind) || !visit.Seen.Add(link)) return;
        visit.Kinds[KindOf(link)] = kinds + 1;
        visit.Waiting.Enqueue(link);
    }

    /// <summary>A form that another one of its page made stale is tried once more as it is now.</summary>
    async Task TryAllAsync(string path, IHtmlDocument page, Visit visit)
    {
        foreach (var (index, form) in FormsOf(page).Index())
            foreach (var button in form.QuerySelectorAll<IHtmlButtonElement>("button"))
                if (await TryAsync(form, button, ActionOf(button, form, path), visit) is Outcome.Nothing && await OpenAsync(path) is { } present && FindAgain(present, form, button, index) is var (fresh, pressed))
                    await TryAsync(fresh, pressed, ActionOf(pressed, fresh, path), visit);
    }

    static IEnumerable<IHtmlFormElement> FormsOf(IHtmlDocument page) => page.Forms.OfType<IHtmlFormElement>().Where(form => form.GetAttribute("method") == "post");

    static string ActionOf(IHtmlButtonElement button, IHtmlFormElement form, string path) => button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? path;

    /// <summary>The form on a page that may have changed: at its place, or the one with its action; null where there is none any more.</summary>
    static (IHtmlFormElement Form, IHtmlButtonElement Button)? FindAgain(IHtmlDocument page, IHtmlFormElement form, IHtmlButtonElement button, int index)
    {
        var action = form.GetAttribute("action");
        var forms = FormsOf(page).Where(other => other.GetAttribute("action") == action).ToList();
        if ((FormsOf(page).ElementAtOrDefault(index) is { } same && forms.Contains(same) ? same : forms.FirstOrDefault()) is not { } fresh) return null;
        return fresh.QuerySelectorAll<IHtmlButtonElement>("button").FirstOrDefault(other => other.GetAttribute("value") == button.GetAttribute("value")) is { } pressed ? (fresh, pressed) : null;
    }

    /// <summary>With every box ticked, with every field filled, with as little as it takes: until one is a success.</summary>
    async Task<Outcome> TryAsync(IHtmlFormElement form, IHtmlButtonElement button, string action, Visit visit)
    {
        if (routes.Find("POST", action) is not { } route) return Outcome.Refused;
        var row = $"{route} {button.GetAttribute("value")}".TrimEnd();
        foreach (var way in Enum.GetValues<Filling>())
        {
            if (!visit.IsWanted(row) || !sent.Add($"{action} {row} {way}")) continue;
            HttpResponseMessage? answer = null;
            if (!await visit.Send(row, async () => answer = await SendAsync(form, button, action, way))) continue;
            if (answer?.Headers.Location is { } next) Follow(next.OriginalString, visit);
            else if (await ReadAsync(answer!) is { } shown) await TryAllAsync(action, shown, visit);
            if (!visit.IsWanted(row)) return Outcome.Change;
            sent.Remove($"{action} {row} {way}");
            return Outcome.Nothing;
        }

        return Outcome.Refused;
    }

    async Task<HttpResponseMessage> SendAsync(IHtmlFormElement form, IHtmlButtonElement button, string action, Filling way)
    {
        var fields = form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(field => field is not IHtmlInputElement { Type: "file" } and not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } || (way != Filling.Least && field is IHtmlInputElement { Type: "checkbox" }))
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, ValueOf(field, action, way == Filling.Full))).ToList();
        fields.AddRange(form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").GroupBy(radio => radio.Name!).Where(group => !group.Any(radio => radio.IsChecked)).Select(group => KeyValuePair.Create(group.Key, group.First().Value)));
        if (button.GetAttribute("name") is { } name) fields.Add(new(name, button.GetAttribute("value") ?? ""));
        using HttpContent content = form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(fields, form, action) : new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(action, UriKind.Relative), content, Stop);
    }

    static string ValueOf(IElement field, string action, bool isFull) => field switch
    {
        IHtmlSelectElement select => select.Value is { Length: > 0 } value ? value : select.Options.Select(option => option.Value).LastOrDefault() ?? "",
        IHtmlTextAreaElement { Value: { Length: > 0 } text } => text,
        IHtmlInputElement { Type: "hidden" or "checkbox" or "radio" } input => input.GetAttribute("value") ?? "",
        IHtmlInputElement { Value: { Length: > 0 } value } => value,
        _ => field.HasAttribute("required") || isFull ? Typed(field, action) : "",
    };

    /// <summary>What is known for the field, at that form before anywhere.</summary>
    static string Typed(IElement field, string action)
    {
        var name = field.GetAttribute("name")!;
        var typed = UnrecordedRoutes.Typed;
        return typed.Where(pair => pair.Key.Split(' ') is [var part, var of] && of == name && action.Contains(part, StringComparison.Ordinal)).Select(pair => pair.Value).FirstOrDefault()
            ?? typed.GetValueOrDefault(name)
            ?? ((field as IHtmlInputElement)?.Type switch { "number" => field.GetAttribute("min") ?? "1", "date" => "2026-11-30", "time" => "08:00", "datetime-local" => "2026-11-30T08:00", "url" => "https://contoh.id/", _ => "Contoh yang cukup panjang" });
    }

    /// <summary>A file where the form wants one, each part of the site another picture, so that none is another's.</summary>
    static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields, IHtmlFormElement form, string action)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        foreach (var file in form.QuerySelectorAll("input[type=file]"))
        {
            if (action.Contains("/letak", StringComparison.Ordinal)) continue;
            var isTable = action.Contains("/impor", StringComparison.Ordinal);
            var part = new ByteArrayContent(action.EndsWith("/news/impor", StringComparison.Ordinal) ? Export : isTable ? Table : Convert.FromBase64String(action.Contains("/media", StringComparison.Ordinal) ? Green : Red));
            part.Headers.ContentType = new MediaTypeHeaderValue(isTable ? "text/csv" : "image/png");
            content.Add(part, file.GetAttribute("name")!, isTable ? "desa.csv" : "contoh.png");
        }

        return content;
    }

    const string Green = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGMQWWCDFTEMLQkAaCE8AXa5dtEAAAAASUVORK5CYII=";
    const string Red = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGPYIieHFTEMLQkAl6E8AREFg18AAAAASUVORK5CYII=";

    static byte[] Table => [.. "code,name,kind,district_code,district_name\n35.10.24.2098,Contoh,desa,35.10.24,Licin\n"u8];

    /// <summary>A site's export with one article.</summary>
    static byte[] Export => [.. """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Desa</title><link>https://contoh.id</link><wp:wxr_version>1.2</wp:wxr_version>
        <item><title>Kabar lama</title><content:encoded>Isi.</content:encoded><wp:post_id>7</wp:post_id><wp:post_date>2021-05-12 08:00:00</wp:post_date><wp:post_name>kabar-lama</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>
        """u8];

    async Task<IHtmlDocument?> OpenAsync(string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return await ReadAsync(answer);
    }

    static async Task<IHtmlDocument?> ReadAsync(HttpResponseMessage answer) =>
        answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html"
            ? await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop)
            : null;

    string KindOf(string link) => routes.Find("GET", link.Split('?')[0]) + (link.Contains('?') ? "?" : "");

    bool IsNear(string link) => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && routes.Find("GET", link) is { } row && parts.Any(part => row.StartsWith(part, StringComparison.Ordinal));

    enum Outcome
    {
        Refused,
        Nothing,
        Change,
    }

    enum Filling
    {
        Ticked,
        Full,
        Least,
    }

    /// <summary>One run over the pages.</summary>
    sealed record Visit(Func<string, bool> IsWanted, Func<string, Func<Task<HttpResponseMessage>>, Task<bool>> Send, Queue<string> Waiting, HashSet<string> Seen, Dictionary<string, int> Kinds);
}

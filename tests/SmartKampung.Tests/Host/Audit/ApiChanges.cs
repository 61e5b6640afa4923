using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Host.Audit;

/// <summary>Changes by the API, each with the least that makes it valid, in an order in which each is possible.</summary>
static class ApiChanges
{
    const string Article = """{"title":"Kabar","body":"<p>Isi.</p>"}""";
    const string Announcement = """{"title":"Pengumuman","text":"Isi.","until":"2026-12-30T08:00:00Z"}""";
    const string Agenda = """{"title":"Rapat","text":"Isi.","starts":"2026-12-30T08:00:00+07:00","ends":"2026-12-30T10:00:00+07:00"}""";
    const string House = """{"version":2,"number":8,"place":{"hamlet":"Kidul","rwNumber":"01","rtNumber":"02"}}""";
    const string Settings = """{"articlesPerPage":20}""";

    /// <summary>VILLAGE is the village's code, LAST the id that the request before told.</summary>
    const string Table = $$"""
        PUT /api/regency/settings/news {{Settings}}
        PUT /api/districts/35.10.24/settings/news {{Settings}}
        PUT /api/villages/VILLAGE/settings/news {"articlesPerPage":20,"comments":true}
        PUT /api/regency/modules/guestbook
        PUT /api/districts/35.10.24/modules/guestbook
        PUT /api/villages/VILLAGE/modules/guestbook
        DELETE /api/regency/modules/guestbook
        DELETE /api/districts/35.10.24/modules/guestbook
        PUT /api/regency/templates/host/footer <p>Kaki</p>
        PUT /api/districts/35.10.24/templates/host/footer <p>Kaki</p>
        PUT /api/villages/VILLAGE/templates/host/footer <p>Kaki</p>
        DELETE /api/regency/templates/host/footer
        DELETE /api/districts/35.10.24/templates/host/footer
        DELETE /api/villages/VILLAGE/templates/host/footer
        PUT /api/villages/VILLAGE/modules/news
        PUT /api/villages/VILLAGE/modules/census
        DELETE /api/keys/personal/old
        PUT /api/villages/VILLAGE/profile {"address":"Jalan Baru 1"}
        POST /api/villages {"code":"35.10.24.2097","name":"Contoh Tiga","kind":"desa","district":"Licin"}
        PATCH /api/villages/35.10.24.2097 {"postalCode":"68454"}
        POST /api/villages/35.10.24.2097/actions/split {"villages":[{"code":"35.10.24.2096","name":"Pecahan"}]}
        POST /api/villages/35.10.24.2097/actions/recode {"code":"35.10.24.2095"}
        POST /api/villages/35.10.24.2095/actions/merge {"villages":["35.10.24.2096"]}
        DELETE /api/villages/35.10.24.2095
        POST /api/villages/import code,name,kind,district_code,district_name;35.10.24.2094,Contoh Empat,desa,35.10.24,Licin
        POST /api/villages/VILLAGE/news/articles {"title":"Kabar tetap","body":"<p>Isi.</p>"}
        PUT /api/villages/VILLAGE/news/articles/LAST {"title":"Kabar tetap","body":"<p>Isi yang lain.</p>"}
        POST /api/villages/VILLAGE/news/articles/LAST/publish
        POST /api/villages/VILLAGE/news/articles {{Article}}
        PUT /api/villages/VILLAGE/news/articles/LAST {{Article}}
        POST /api/villages/VILLAGE/news/articles/LAST/publish
        POST /api/villages/VILLAGE/news/articles/LAST/archive
        DELETE /api/villages/VILLAGE/news/articles/LAST
        POST /api/villages/VILLAGE/news/announcements {{Announcement}}
        PUT /api/villages/VILLAGE/news/announcements/LAST {{Announcement}}
        DELETE /api/villages/VILLAGE/news/announcements/LAST
        POST /api/villages/VILLAGE/news/agenda {{Agenda}}
        PUT /api/villages/VILLAGE/news/agenda/LAST {{Agenda}}
        DELETE /api/villages/VILLAGE/news/agenda/LAST
        POST /api/villages/VILLAGE/census/houses/7/Krajan/01/02
        PUT /api/villages/VILLAGE/census/houses/LAST/Kidul
        PUT /api/villages/VILLAGE/census/houses/LAST {{House}}
        DELETE /api/villages/VILLAGE/census/houses/LAST {"version":3,"number":8}
        DELETE /api/villages/VILLAGE/modules/guestbook
        """;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Sends them one after another, each by the caller, who is told the method and the address.</summary>
    public static async Task RunAsync(HttpClient client, string village, Func<string, string, Func<Task<HttpResponseMessage>>, Task> send)
    {
        var last = "";
        foreach (var line in Table.Split('\n').Select(line => line.Trim().Replace("VILLAGE", village, StringComparison.Ordinal).Split(' ', 3)))
        {
            var path = line[1].Replace("LAST", last, StringComparison.Ordinal);
            await send(line[0], path, async () =>
            {
                var answer = await SendAsync(client, line[0], path, line.ElementAtOrDefault(2));
                if (line[0] == "POST" && await IdAsync(answer) is { } id) last = id;
                return answer;
            });
        }
    }

    static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body.Replace(';', '\n'), Encoding.UTF8) { Headers = { ContentType = new MediaTypeHeaderValue(KindOf(body)) } };
        return await client.SendAsync(request, Stop);
    }

    static string KindOf(string body) => body[0] switch { '{' => "application/json", '<' => "text/html", _ => "text/csv" };

    static async Task<string?> IdAsync(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop)) switch { JsonObject told => (string?)told["id"], JsonValue id => (string?)id, _ => null } : null;
}

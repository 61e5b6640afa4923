using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SmartKampung.Tests.Host.Pages;

public sealed class FormReaderTests
{
    enum Grade
    {
        Low,
        VeryHigh,
    }

    sealed record Tag([Required, StringLength(10)] string Word);

    sealed record Draft(
        [Required, StringLength(20)] string Name, [Range(1, 1000)] decimal Price, DateOnly? Day, TimeOnly? Time, bool Open, Grade? Grade, List<string>? Words);

    sealed record Article([Required, StringLength(20)] string Title, List<Tag> Tags, int Count = 1, [EmailAddress] string? Mail = null);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/isi", () => Page.View("form", null, Form.Empty<Draft>()));
        routes.MapPost("/isi", (Form<Draft> form) => form.IsValid ? Results.Json(form.Value) : Page.View("form", null, form));
        routes.MapPost("/api/articles", (Body<Article> body) => Results.Json(body.Value));
    }

    [Fact]
    public async Task What_is_typed_as_Indonesians_type_is_understood()
    {
        await using var host = await PagesHost.StartAsync(Map);

        var answer = await PostAsync(host, "/desa/isi", ("name", "Ayu"), ("price", "1.000"), ("day", "24/11/2026"), ("time", "09.15"), ("open", "true"), ("grade", "very_high"), ("words", "a"), ("words", "b"));

        var draft = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(1000, draft.GetProperty("price").GetDecimal());
        Assert.Equal("2026-11-24", draft.GetProperty("day").GetString());
        Assert.Equal("09:15:00", draft.GetProperty("time").GetString());
        Assert.True(draft.GetProperty("open").GetBoolean());
        Assert.Equal(1, draft.GetProperty("grade").GetInt32());
        Assert.Equal(2, draft.GetProperty("words").GetArrayLength());
    }

    [Theory]
    [InlineData("/desa/isi", "12,5", 12.5)]
    [InlineData("/desa/isi", "12.5", 12.5)]
    [InlineData("/desa/en/isi", "12.5", 12.5)]
    [InlineData("/desa/en/isi", "1,000", 1000)]
    public async Task Numbers_follow_the_readers_language(string path, string typed, double number)
    {
        await using var host = await PagesHost.StartAsync(Map);

        var answer = await PostAsync(host, path, ("name", "Ayu"), ("price", typed));

        Assert.Equal(number, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Stop)).GetProperty("price").GetDouble());
    }

    [Fact]
    public async Task A_wrong_form_comes_back_with_422_what_was_typed_and_what_is_wrong()
    {
        await using var host = await PagesHost.StartAsync(Map);

        var answer = await PostAsync(host, "/desa/isi", ("name", "<ini nama yang jauh terlalu panjang>"), ("price", "murah"), ("day", "besok"));

        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"&lt;ini nama yang jauh terlalu panjang&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"murah\"", html, StringComparison.Ordinal);
        Assert.Contains(">Paling banyak 20 huruf.</span>", html, StringComparison.Ordinal);
        Assert.Contains(">Tulis angka, misalnya 1.234,5.</span>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#f-day\">Tulis tanggal, misalnya 24/11/2026.</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_form_is_told_in_English_below_en()
    {
        await using var host = await PagesHost.StartAsync(Map);

        var answer = await PostAsync(host, "/desa/en/isi", ("name", ""), ("price", "2000"));

        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Fill in nama.", html, StringComparison.Ordinal);
        Assert.Contains("Between 1 and 1,000.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var host = await PagesHost.StartAsync(Map);

        var answer = await host.Client.PostAsync(new Uri("/desa/isi", UriKind.Relative), new FormUrlEncodedContent([new("name", "Ayu")]), Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_over_1_MB_is_too_large()
    {
        await using var host = await PagesHost.StartAsync(Map);

        var answer = await PostAsync(host, "/desa/isi", ("name", new string('x', 1024 * 1024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"title":"a","tags":[]}""", 200, "", "", "")]
    [InlineData("""{"title":"","tags":[]}""", 422, "/title", "Isi judul.", "Fill in title.")]
    [InlineData("""{"tags":[]}""", 422, "/title", "Isi judul.", "Fill in title.")]
    [InlineData("""{"title":"a"}""", 422, "/tags", "Isi tags.", "Fill in tags.")]
    [InlineData("""{"title":null,"tags":[]}""", 422, "/title", "Bagian ini wajib diisi.", "This is required.")]
    [InlineData("""{"title":"a","tags":[null]}""", 422, "/tags/0", "Bagian ini wajib diisi.", "This is required.")]
    [InlineData("""{"title":"a","tags":[{"word":"ya"},{"word":"terlalu panjang"}]}""", 422, "/tags/1/word", "Paling banyak 10 huruf.", "At most 10 characters.")]
    [InlineData("""{"title":"a","tags":[],"mail":"x"}""", 422, "/mail", "Tulis alamat surel, misalnya nama@contoh.id.", "Write an e-mail address, such as name@example.org.")]
    [InlineData("""{"title":"a","tags":[],"count":"1"}""", 422, "/count", "Jenis nilai ini salah.", "This value is of the wrong type.")]
    [InlineData("""{"title":"a","tags":[{"word":1}]}""", 422, "/tags/0/word", "Jenis nilai ini salah.", "This value is of the wrong type.")]
    [InlineData("""{"title":"a","tags":[],"lain":1}""", 422, "/lain", "Bagian ini tidak dikenal.", "This is not known here.")]
    [InlineData("""{"title":"a","title":"b","tags":[]}""", 422, "/title", "Bagian ini ditulis lebih dari sekali.", "This is written more than once.")]
    [InlineData("""{"title":"a",""", 400, "", "JSON ini tidak dapat dibaca.", "This JSON can't be read.")]
    [InlineData("", 400, "", "JSON ini tidak dapat dibaca.", "This JSON can't be read.")]
    public async Task A_wrong_body_is_told_with_a_pointer_in_the_language_asked_for(string json, int status, string pointer, string indonesian, string english)
    {
        await using var host = await PagesHost.StartAsync(Map);

        foreach (var (language, detail) in new[] { ("id", indonesian), ("en-GB,en;q=0.9", english) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/articles") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            request.Headers.AcceptLanguage.ParseAdd(language);
            var answer = await host.Client.SendAsync(request, Stop);
            Assert.Equal(status, (int)answer.StatusCode);
            if (status == 200) continue;
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            var error = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Stop)).GetProperty("errors")[0];
            Assert.Equal(pointer, error.GetProperty("pointer").GetString());
            Assert.Equal(detail, error.GetProperty("detail").GetString());
        }
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_or_too_large_is_refused()
    {
        await using var host = await PagesHost.StartAsync(Map);

        var text = await host.Client.PostAsync(new Uri("/api/articles", UriKind.Relative), new StringContent("x"), Stop);
        var large = await host.Client.PostAsJsonAsync("/api/articles", new { title = new string('x', 1024 * 1024) }, Stop);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    static async Task<HttpResponseMessage> PostAsync(PagesHost host, string path, params (string Name, string Value)[] fields)
    {
        var page = await host.Client.GetStringAsync(path, Stop);
        var token = Regex.Match(page, "name=\"_form\" value=\"([^\"]+)\"").Groups[1].Value;
        var sent = fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)).Append(new("_form", token));
        return await host.Client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(sent), Stop);
    }
}

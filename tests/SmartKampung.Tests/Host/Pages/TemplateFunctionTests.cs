using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Tests.Host.Pages;

public sealed class TemplateFunctionTests
{
    static readonly DateTimeOffset Morning = new(2026, 11, 23, 2, 15, 0, TimeSpan.Zero);
    static readonly StoredPicture Picture = new("abc.jpg", "Petak \"sawah\"", 800, 600);

    [Theory]
    [InlineData("{{ value }}", "<b>", "&lt;b&gt;")]
    [InlineData("<a title=\"{{ value }}\">", "\" onclick=\"x", "<a title=\"&quot; onclick=&quot;x\">")]
    [InlineData("<a title='{{ value }}'>", "' onclick='x", "<a title='&#39; onclick=&#39;x'>")]
    [InlineData("{{ value + '<i>' }}", "<b>", "&lt;b&gt;&lt;i&gt;")]
    [InlineData("{{ value | string.upcase }}", "<b>", "&lt;B&gt;")]
    [InlineData("{{ x = value }}{{ x }}", "<b>", "&lt;b&gt;")]
    [InlineData("{{ [value] }}", "<b>", "[&quot;&lt;b&gt;&quot;]")]
    [InlineData("{{ capture x }}<p>{{ value }}</p>{{ end }}{{ x }}", "<b>", "<p>&lt;b&gt;</p>")]
    [InlineData("{{ func show(x) }}<p>{{ x }}</p>{{ end }}{{ show value }}", "<b>", "<p>&lt;b&gt;</p>")]
    [InlineData("{{ include 'part' text: value }}", "<b>", "<p class=\"part\">&lt;b&gt;</p>\n")]
    [InlineData("{{ t value }}", "<b>", "&lt;b&gt;")]
    [InlineData("{{ value | html.strip }}", "<b>x</b>&lt;i&gt;", "x&amp;lt;i&amp;gt;")]
    [InlineData("{{ value }}", "a\0b\u0007", "a\uFFFDb\uFFFD")]
    [InlineData("{{ post_button value '/x' }}", "<b>", "<button>&lt;b&gt;</button></form>")]
    public void Values_are_escaped_wherever_they_stand(string template, string value, string html) =>
        Assert.EndsWith(html, TemplateTrial.Render(template, new { value }), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ value }}")]
    [InlineData("{{ x = value }}{{ x }}")]
    [InlineData("{{ for x in [value] }}{{ x }}{{ end }}")]
    [InlineData("{{ capture x }}{{ value }}{{ end }}{{ x }}")]
    public void Html_passes_as_it_is(string template) => Assert.Equal("<em>ya</em>", TemplateTrial.Render(template, new { value = new Html("<em>ya</em>") }));

    [Theory]
    [InlineData("long", "Senin, 23 November 2026", "Monday, 23 November 2026")]
    [InlineData("medium", "23 November 2026", "23 November 2026")]
    [InlineData("short", "23 Nov 2026", "23 Nov 2026")]
    [InlineData("day", "23", "23")]
    [InlineData("month", "Nov", "Nov")]
    [InlineData("month_year", "November 2026", "November 2026")]
    [InlineData("weekday", "Senin", "Monday")]
    [InlineData("time", "09.15", "9:15 am")]
    [InlineData("full", "Senin, 23 November 2026, 09.15", "Monday, 23 November 2026, 9:15 am")]
    public void Days_are_written_as_people_write_them(string style, string indonesian, string english)
    {
        var template = $"{{{{ date value '{style}' }}}}";

        Assert.Equal(indonesian, TemplateTrial.Render(template, new { value = Morning }));
        Assert.Equal(english, TemplateTrial.Render(template, new { value = Morning }, "en"));
    }

    [Fact]
    public void The_day_is_that_of_the_village() =>
        Assert.Equal("24", TemplateTrial.Render("{{ date value 'day' }}", new { value = new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero) }));

    [Theory]
    [InlineData(5, "baru saja", "just now")]
    [InlineData(60, "1 menit yang lalu", "1 minute ago")]
    [InlineData(300, "5 menit yang lalu", "5 minutes ago")]
    [InlineData(7200, "2 jam yang lalu", "2 hours ago")]
    [InlineData(86_400, "kemarin", "yesterday")]
    [InlineData(259_200, "3 hari yang lalu", "3 days ago")]
    [InlineData(864_000, "13 November 2026", "13 November 2026")]
    public void What_has_passed_is_told_in_words(int seconds, string indonesian, string english)
    {
        var model = new { value = Morning.AddSeconds(-seconds) };

        Assert.EndsWith($">{indonesian}</time>", TemplateTrial.Render("{{ ago value }}", model), StringComparison.Ordinal);
        Assert.EndsWith($">{english}</time>", TemplateTrial.Render("{{ ago value }}", model, "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ number 1234.5 }}", "1.234,5", "1,234.5")]
    [InlineData("{{ money 45000 }}", "Rp45.000", "Rp45,000")]
    [InlineData("{{ money (0 - 45000) }}", "-Rp45.000", "-Rp45,000")]
    [InlineData("{{ iso now }}", "2026-11-23T09:15+07:00", "2026-11-23T09:15+07:00")]
    [InlineData("{{ lang }}", "id", "en")]
    [InlineData("{{ village.profile.headline }}", "Di kaki Ijen", "Below Ijen")]
    [InlineData("{{ village.kind }}", "desa", "desa")]
    [InlineData("{{ t 'welcome' '<b>' }}", "Selamat datang, &lt;b&gt;", "Welcome, &lt;b&gt;")]
    [InlineData("{{ t 'theme_only' }}", "Dari tema", "Dari tema")]
    [InlineData("{{ t 'nobody.has.it' }}", "nobody.has.it", "nobody.has.it")]
    [InlineData("{{ url '/berita' }}", "/desa/berita", "/desa/en/berita")]
    [InlineData("{{ url '//jahat.example' }}", "/desa/jahat.example", "/desa/en/jahat.example")]
    [InlineData("{{ url 'javascript:alert(1)' }}", "#", "#")]
    [InlineData("{{ url ' JaVaScRiPt:alert(1)' }}", "#", "#")]
    [InlineData("{{ url 'data:text/html,x' }}", "#", "#")]
    [InlineData("{{ url 'https://contoh.id/a b' }}", "https://contoh.id/a%20b", "https://contoh.id/a%20b")]
    [InlineData("{{ url 'mailto:a@b.id' }}", "mailto:a@b.id", "mailto:a@b.id")]
    [InlineData("{{ url_in 'licin' '/berita' }}", "/licin/berita", "/licin/en/berita")]
    [InlineData("{{ absolute '/berita' }}", "https://kampung.example/desa/berita", "https://kampung.example/desa/en/berita")]
    [InlineData("{{ file 'abc.jpg' }}", "/desa/berkas/abc.jpg", "/desa/berkas/abc.jpg")]
    [InlineData("{{ now > now }}{{ now == now }}", "falsetrue", "falsetrue")]
    [InlineData("{{ if village.profile.emblem }}ada{{ else }}tidak{{ end }}", "tidak", "tidak")]
    [InlineData("{{ can 'guestbook.moderate' }}", "false", "false")]
    [InlineData("{{ nobody.knows.that }}{{ nobody.size > 0 }}", "false", "false")]
    public void Functions_and_variables_answer_in_both_languages(string template, string indonesian, string english)
    {
        Assert.Equal(indonesian, TemplateTrial.Render(template));
        Assert.Equal(english, TemplateTrial.Render(template, language: "en"));
    }

    [Fact]
    public void A_picture_brings_its_size_and_what_it_shows()
    {
        Assert.Equal(
            "<img src=\"/desa/berkas/abc.jpg\" alt=\"Petak &quot;sawah&quot;\" width=\"800\" height=\"600\" loading=\"lazy\">",
            TemplateTrial.Render("{{ picture value }}", new { value = Picture }));
        Assert.Equal(
            "<img src=\"/desa/berkas/abc.jpg\" alt=\"Petak &quot;sawah&quot;\" width=\"800\" height=\"600\" class=\"hero\">",
            TemplateTrial.Render("{{ picture value class: 'hero' eager: true }}", new { value = Picture }));
    }

    [Fact]
    public void Pages_of_a_list_show_the_first_the_last_and_those_around()
    {
        var html = TemplateTrial.Render("{{ pages 5 35 '/berita?halaman=' }}");

        Assert.Equal("1 … 4 5 6 … 35 Berikutnya", System.Text.RegularExpressions.Regex.Replace(html, "(<[^>]*>)+", " ").Trim());
        Assert.Contains("<a href=\"/desa/berita?halaman=5\" aria-current=\"page\">5</a>", html, StringComparison.Ordinal);
        Assert.Equal("", TemplateTrial.Render("{{ pages 1 1 '/berita?halaman=' }}"));
    }

    [Fact]
    public void A_theme_replaces_a_modules_template_and_uses_the_modules_texts() =>
        Assert.Equal("<p>theme Buku tamu</p>\n", TemplateTrial.Render("{{ include 'replaced' }}"));

    [Fact]
    public void An_error_tells_file_line_and_column() =>
        Assert.Matches(@"^guestbook/trial-[0-9a-f-]+\.html:2:\d+: ", TemplateTrial.Stop("ya\n<p>{{ for }}</p>"));

    [Fact]
    public void A_field_says_what_it_is_for_and_what_is_wrong()
    {
        var form = Form.Of(new Entry("Ayu", 3));
        form.AddError("Name", "Nama <salah>.");

        var html = TemplateTrial.Render("{{ field 'name' autocomplete: 'name' }}", form: form);

        Assert.Equal(
            "<p class=\"field\"><label for=\"f-name\">Nama</label><span class=\"error\" id=\"f-name-error\">Nama &lt;salah&gt;.</span>" +
            "<input type=\"text\" id=\"f-name\" name=\"name\" autocomplete=\"name\" required maxlength=\"80\" aria-describedby=\"f-name-error\" aria-invalid=\"true\" value=\"Ayu\"></p>",
            html);
    }

    sealed record Entry([Required, StringLength(80)] string Name, int Stars);

    [Theory]
    [InlineData("{{ 'title' | t }}")]
    [InlineData("{{ t ('title') }}")]
    [InlineData("{{ 'ti' + 'tle' | t }}")]
    [InlineData("{{ t ^['title'] }}")]
    [InlineData("{{ func own(key); ret t key; end; own 'title' }}")]
    [InlineData("{{ words = { of: 'title' }; words.of | t }}")]
    public void A_function_is_the_same_however_it_is_called(string template) => Assert.Equal("Buku tamu", TemplateTrial.Render(template));
}

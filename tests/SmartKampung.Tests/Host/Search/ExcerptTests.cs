using SmartKampung.Host.Search;
using SmartKampung.Host.Search.Analysis;

namespace SmartKampung.Tests.Host.Search;

public sealed class ExcerptTests
{
    [Fact]
    public void Found_words_are_marked_in_whatever_form_they_stand() =>
        Assert.Equal("<mark>Pembangunan</mark> &amp; <mark>kopi</mark>", Excerpt("membangun kop").Whole("Pembangunan & kopi").Value);

    [Fact]
    public void What_stands_around_is_escaped()
    {
        var html = Excerpt("script").Of("<script>\"alert('a')\"</script>\u0001", null).Value;
        Assert.Equal("&lt;<mark>script</mark>&gt;&quot;alert(&#39;a&#39;)&quot;&lt;/<mark>script</mark>&gt;\ufffd", html);
    }

    [Fact]
    public void The_part_that_holds_the_words_is_shown()
    {
        var text = $"{Filler(80)} jembatan {Filler(80)} jembatan gantung {Filler(80)}";
        var part = Excerpt("jembatan gantung").Of(text, null).Value;
        Assert.StartsWith("…", part, StringComparison.Ordinal);
        Assert.EndsWith("…", part, StringComparison.Ordinal);
        Assert.Contains("<mark>jembatan</mark> <mark>gantung</mark>", part, StringComparison.Ordinal);
        Assert.InRange(part.Length, 100, 300);
    }

    [Fact]
    public void The_body_is_shown_where_the_summary_lacks_the_words()
    {
        var body = new Html("<p>Dibangun <b>irigasi</b></p><script>irigasi</script>");
        Assert.Equal("Ringkasan", Excerpt("jembatan").Of("Ringkasan", body).Value);
        Assert.Equal("Dibangun <mark>irigasi</mark>", Excerpt("irigasi").Of("Ringkasan", body).Value);
        Assert.Equal("<mark>Dibangun</mark> <mark>irigasi</mark>", Excerpt("bangun irigasi").Of("Irigasi", body).Value);
        Assert.Equal("<mark>Irigasi</mark>", Excerpt("irigasi").Of("Irigasi", body).Value);
    }

    [Fact]
    public void A_text_without_spaces_is_cut_between_two_characters()
    {
        var part = Excerpt("kopi").Of(string.Concat(Enumerable.Repeat("😀", 300)), null).Value;
        Assert.DoesNotContain('\ufffd', part);
        Assert.All(part.EnumerateRunes().SkipLast(1), rune => Assert.Equal("😀", rune.ToString()));
    }

    static string Filler(int words) => string.Join(' ', Enumerable.Repeat("lain", words));

    static Excerpt Excerpt(string typed) => new(SearchQuery.Read(typed));
}

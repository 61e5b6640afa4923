using SmartKampung.Host.Search.Analysis;

namespace SmartKampung.Tests.Host.Search;

public sealed class TextWordsTests
{
    [Theory]
    [InlineData("Kopi, kakao & Gula-gula!", "kopi kakao gula gula")]
    [InlineData("Jum'at Qur’an 'kutipan'", "jumat quran kutipan")]
    [InlineData("Café, CAFÉ, ＡＢＣ", "cafe cafe abc")]
    [InlineData("RT 03/RW 01, 35.10.24.2008", "rt 03 rw 01 35 10 24 2008")]
    [InlineData("Rp1.500.000, RT03, A4", "rp 1 500 000 rt 03 a 4")]
    [InlineData("tanah\u00adnya ka\u0301bar", "tanahnya kabar")]
    [InlineData("\0\u0001\ud83d \ufffe\uffff 😀 …", "")]
    [InlineData("", "")]
    public void Words_are_letters_and_digits_without_case_and_accents(string text, string words) =>
        Assert.Equal(words, string.Join(' ', TextWords.Of(text).Select(word => word.Value)));

    [Fact]
    public void A_word_tells_where_it_stands()
    {
        const string Text = "Hari Jum'at, kafé 😀 tutup";
        Assert.Equal(["Hari", "Jum'at", "kafé", "tutup"], TextWords.Of(Text).Select(word => Text[word.Start..word.End]));
    }

    [Fact]
    public void A_word_without_end_is_cut_alike_in_text_and_query() =>
        Assert.NotEqual(0, SearchQuery.Read(new string('x', 90)).Score(TextAnalysis.Analyze([(new string('X', 80), 1)])));
}

using SmartKampung.Host.Search.Analysis;

namespace SmartKampung.Tests.Host.Search;

public sealed class TextAnalysisTests
{
    [Fact]
    public void Stop_words_are_kept_in_titles_alone()
    {
        Assert.Empty(TextAnalysis.Analyze([("yang dan di the of", 1)]).Terms);
        Assert.Equal(["dari", "mana"], TextAnalysis.Analyze([("Dari mana", 3)]).Terms);
    }

    [Fact]
    public void A_query_of_stop_words_alone_still_looks_for_them()
    {
        Assert.Equal(["kopi"], SearchQuery.Read("yang kopi dan").Words.Select(word => word.Terms[0]));
        Assert.True(SearchQuery.Read("dari mana") is { IsCommon: true, Words.Count: 2 });
        Assert.True(SearchQuery.Read("!?") is { IsCommon: false, Words.Count: 0 });
    }

    [Fact]
    public void A_book_costs_no_more_than_a_thousand_terms_and_its_title_is_among_them()
    {
        var book = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => "x" + i));
        var terms = TextAnalysis.Analyze([(book, 1), ("Babad Blambangan", 3)]);
        Assert.InRange(terms.Terms.Count, 1000, 1004);
        Assert.Equal(3, terms.WeightOf("babad"));
    }

    [Fact]
    public void Many_threads_get_the_same_terms()
    {
        const string Text = "Pembangunan jembatan gantung memudahkan petani membawa panenan ke pasar";
        var expected = TextAnalysis.Analyze([(Text, 1)]).Terms;
        Parallel.For(0, 2_000, _ => Assert.Equal(expected, TextAnalysis.Analyze([(Text, 1)]).Terms));
    }
}

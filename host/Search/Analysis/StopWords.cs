using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.Util;

namespace SmartKampung.Host.Search.Analysis;

/// <summary>Words that stand in every text (yang, dan, di; the, of), so that nobody finds anything by them. Read at first use.</summary>
static class StopWords
{
    static readonly CharArraySet Indonesian = IndonesianAnalyzer.DefaultStopSet;
    static readonly CharArraySet English = StopAnalyzer.ENGLISH_STOP_WORDS_SET;

    public static bool Contains(string word) => IsIndonesian(word) || IsEnglish(word);

    public static bool IsIndonesian(string word) => Indonesian.Contains(word);

    public static bool IsEnglish(string word) => English.Contains(word);
}

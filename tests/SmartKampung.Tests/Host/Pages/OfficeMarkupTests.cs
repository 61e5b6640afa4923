using SmartKampung.Host.Pages;

namespace SmartKampung.Tests.Host.Pages;

public sealed class OfficeMarkupTests
{
    /// <summary>As Word 365 puts it on the clipboard.</summary>
    const string Word = """
        <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
        <head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
        <link rel=File-List href="file:///C:/Users/DESA/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
        <!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
        <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:LidThemeOther>IN</w:LidThemeOther></w:WordDocument></xml><![endif]-->
        <o:SmartTagType namespaceuri="urn:schemas-microsoft-com:office:smarttags" name="place"/>
        <style><!-- /* Font Definitions */ @font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;} p.MsoNormal {mso-style-parent:""; margin:0cm;} --></style>
        <!--[if gte mso 10]><style>/* Style Definitions */ table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]--></head>
        <body lang=IN style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
        <div class=WordSection1>
        <h1 style='margin-top:12.0pt'><span lang=EN-US style='mso-ansi-language:EN-US'>Musyawarah desa<o:p></o:p></span></h1>
        <p class=MsoNormal><span style='font-size:12.0pt;font-family:"Times New Roman",serif;mso-fareast-language:IN'>Warga <st1:place w:st="on">Tamansari</st1:place> sepakat <b style='mso-bidi-font-weight:normal'>membangun</b> jembatan.<o:p></o:p></span></p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Semen<o:p></o:p></p>
        <p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span><![endif]>Pasir<o:p></o:p></p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>Mulai Senin<o:p></o:p></p>
        <table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=301 valign=top style='width:225.4pt;border:solid windowtext 1.0pt'><p class=MsoNormal style='margin-bottom:0cm'>Dana desa<o:p></o:p></p></td></tr></table>
        </div><!--EndFragment--></body></html>
        """;

    static readonly HtmlCleaner Cleaner = new();

    [Fact]
    public void Text_pasted_from_Word_is_headings_paragraphs_lists_and_tables_alone() => Assert.Equal(
        "<h2>Musyawarah desa</h2><p>Warga Tamansari sepakat <b>membangun</b> jembatan.</p><ul><li>Semen</li><li>Pasir</li></ul><ol><li>Mulai Senin</li></ol><table><tbody><tr><td><p>Dana desa</p></td></tr></tbody></table>",
        string.Concat(Cleaner.Sanitize(Word).Value.Split('\n').Select(line => line.Trim())));

    [Theory]
    [InlineData("<div>Satu<br>dua<br><br>Tiga</div>", "<p>Satu<br>dua</p><p>Tiga</p>")]
    [InlineData("<div><div>Dalam</div><ul><li>a</li></ul></div>", "<p>Dalam</p><ul><li>a</li></ul>")]
    [InlineData("<p><span style=\"color:red\">Merah</span> <font face=x>huruf</font></p>", "<p>Merah huruf</p>")]
    [InlineData("<b style=\"font-weight:normal\" id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span>Dari Google</span></p></b>", "<p>Dari Google</p>")]
    [InlineData("<section onclick=x><script>alert(1)</script><p>Isi</p></section>", "<p>Isi</p>")]
    public void Wrappers_go_and_their_words_stay(string html, string cleaned) => Assert.Equal(cleaned, Cleaner.Sanitize(html).Value);

    [Theory]
    [InlineData("<ul><li>")]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<blockquote><p>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<b></i>")]
    [InlineData("<o:p>")]
    [InlineData("<svg><g>")]
    public void Text_nested_thousands_deep_loses_its_tags_and_no_stack_overflows(string nest)
    {
        var cleaned = Cleaner.Sanitize(string.Concat(Enumerable.Repeat(nest, 20_000)) + "Isi").Value;

        Assert.DoesNotContain('<', cleaned);
        Assert.EndsWith("Isi", cleaned, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_text_of_many_paragraphs_that_nobody_closed_keeps_them() =>
        Assert.Equal(3_000, Cleaner.Sanitize(string.Concat(Enumerable.Repeat("<p>Baris<li>butir", 3_000))).Value.Split("<p>").Length - 1);
}

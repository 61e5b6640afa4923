using System.Net;
using System.Text;

namespace SmartKampung.Tests.Plugins.News.Import;

/// <summary>Writes exports as WordPress does.</summary>
static class Wxr
{
    public static byte[] Of(string site, params IEnumerable<string> items) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8" ?>
        <!-- generator="WordPress/6.5" -->
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel>
          <title>Desa Lama</title><link>{site}</link>
          <wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>{site}</wp:base_site_url><wp:base_blog_url>{site}</wp:base_blog_url>
          <wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[pakguru]]></wp:author_login><wp:author_email>guru@contoh.id</wp:author_email><wp:author_display_name><![CDATA[Pak Guru]]></wp:author_display_name></wp:author>
          <wp:category><wp:term_id>3</wp:term_id><wp:cat_name><![CDATA[Pertanian]]></wp:cat_name></wp:category>
          {string.Join('\n', items)}
        </channel></rss>
        """);

    public static string Post(
        string site, int id, string title, string content = "Isi", string status = "publish", string type = "post", string date = "2021-05-12 03:00:00", string more = "", string excerpt = "") => $"""
        <item><title><![CDATA[{title}]]></title><link>{site}/2021/05/12/{NameOf(title)}/</link><dc:creator><![CDATA[pakguru]]></dc:creator>
          <guid isPermaLink="false">{site}/?p={id}</guid><content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>
          <wp:post_id>{id}</wp:post_id><wp:post_date>2021-05-12 10:00:00</wp:post_date><wp:post_date_gmt>{date}</wp:post_date_gmt><wp:post_name>{NameOf(title)}</wp:post_name>
          <wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type><wp:post_password></wp:post_password>
          {more}</item>
        """;

    public static string Attachment(string site, int id, string file, string alt = "", string caption = "") => $"""
        <item><title>{file}</title><guid>{site}/?attachment_id={id}</guid><excerpt:encoded><![CDATA[{caption}]]></excerpt:encoded><wp:post_id>{id}</wp:post_id>
          <wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type><wp:attachment_url>{site}/wp-content/uploads/{file}</wp:attachment_url>
          <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[{alt}]]></wp:meta_value></wp:postmeta></item>
        """;

    public static string Category(string name) => $"<category domain=\"category\" nicename=\"x\"><![CDATA[{name}]]></category>";

    public static string Tag(string name) => $"<category domain=\"post_tag\" nicename=\"x\"><![CDATA[{name}]]></category>";

    public static string Thumbnail(int id) => $"<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>{id}</wp:meta_value></wp:postmeta>";

    public static string NameOf(string title) => WebUtility.UrlEncode(title.ToLowerInvariant().Replace(' ', '-'));
}

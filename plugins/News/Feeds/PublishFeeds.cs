using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Xml;
using Microsoft.Net.Http.Headers;

namespace SmartKampung.News.Feeds;

/// <summary>The newest articles as RSS 2.0 and Atom 1.0.</summary>
static class PublishFeeds
{
    public static async Task<IResult> Rss(NewsFeed feed, CancellationToken stop) =>
        Write(await feed.ReadAsync("/rss.xml", stop), item => new Rss20FeedFormatter(item, serializeExtensionsAsAtom: false), "application/rss+xml");

    public static async Task<IResult> Atom(NewsFeed feed, CancellationToken stop) =>
        Write(await feed.ReadAsync("/atom.xml", stop), item => new Atom10FeedFormatter(item), "application/atom+xml");

    static IResult Write(SyndicationFeed feed, Func<SyndicationFeed, SyndicationFeedFormatter> format, string contentType)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }))
            format(feed).WriteTo(xml);
        var bytes = stream.ToArray();
        return Results.Bytes(bytes, contentType + "; charset=utf-8", entityTag: Tag(bytes));
    }

    // Not the day of the newest article: where one is taken away, nothing is newer, and readers would keep it.
    static EntityTagHeaderValue Tag(byte[] feed) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(feed)[..16])}\"");
}

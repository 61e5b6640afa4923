using System.ServiceModel.Syndication;
using System.Xml;

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
        return Results.Bytes(stream.ToArray(), contentType + "; charset=utf-8", lastModified: feed.LastUpdatedTime);
    }
}

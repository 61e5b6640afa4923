using System.ServiceModel.Syndication;
using SmartKampung.News.Articles;

namespace SmartKampung.News.Feeds;

/// <summary>The village's news as a feed that a formatter writes.</summary>
sealed class NewsFeed(IDocumentSession session, NewsSettings settings, Village village, IAddresses addresses, ITexts texts, TimeProvider clock)
{
    public async Task<SyndicationFeed> ReadAsync(string path, CancellationToken stop)
    {
        var articles = await session.PublicArticlesAt(clock.GetUtcNow()).NewestFirst().Take(settings.ArticlesInFeed).ToListAsync(stop);
        var feed = new SyndicationFeed(
            texts["news.of", village.Name], texts["feed.about", village.Name], addresses.Absolute("/berita"),
            addresses.Absolute(path).AbsoluteUri, articles.Select(Local).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(), articles.Select(Item))
        {
            Language = "id",
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(addresses.Absolute(path)));
        return feed;
    }

    SyndicationItem Item(Article article)
    {
        var address = addresses.Absolute(article.Path);
        var item = new SyndicationItem
        {
            Id = $"urn:uuid:{article.Id}",
            Title = new(article.Title),
            Summary = new(article.Summary),
            Content = SyndicationContent.CreateHtmlContent(article.Body),
            PublishDate = TimeZoneInfo.ConvertTime(article.PublishAt, village.TimeZone),
            LastUpdatedTime = Local(article),
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(address));
        if (article.Author.Length > 0) item.Authors.Add(new SyndicationPerson { Name = article.Author });
        foreach (var category in article.Tags.Prepend(article.Category).Where(name => name.Length > 0)) item.Categories.Add(new(category));
        return item;
    }

    DateTimeOffset Local(Article article) =>
        TimeZoneInfo.ConvertTime(article.ChangedAt > article.PublishAt ? article.ChangedAt : article.PublishAt, village.TimeZone);
}

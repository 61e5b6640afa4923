namespace SmartKampung.News.Import;

/// <summary>Where the texts of an entry go.</summary>
static class WxrFields
{
    static readonly Dictionary<string, Action<WxrItem, string>> Setters = new()
    {
        ["title"] = (item, text) => item.Title = text,
        ["link"] = (item, text) => item.Link = text.Trim(),
        ["guid"] = (item, text) => item.Guid = text.Trim(),
        ["pubDate"] = (item, text) => item.Published = text.Trim(),
        ["dc:creator"] = (item, text) => item.Creator = text.Trim(),
        ["content:encoded"] = (item, text) => item.Content = text,
        ["excerpt:encoded"] = (item, text) => item.Excerpt = text,
        ["wp:post_id"] = (item, text) => item.Id = text.Trim(),
        ["wp:post_type"] = (item, text) => item.Type = text.Trim(),
        ["wp:post_name"] = (item, text) => item.Name = text.Trim(),
        ["wp:status"] = (item, text) => item.Status = text.Trim(),
        ["wp:post_date"] = (item, text) => item.Date = text.Trim(),
        ["wp:post_date_gmt"] = (item, text) => item.DateGmt = text.Trim(),
        ["wp:post_password"] = (item, text) => item.HasPassword = text.Length > 0,
        ["wp:attachment_url"] = (item, text) => item.AttachmentUrl = text.Trim(),
    };

    /// <summary>What takes the text of an element, or null for one that is not looked at.</summary>
    public static Action<WxrItem, string>? Of(string name) => Setters.GetValueOrDefault(name);
}

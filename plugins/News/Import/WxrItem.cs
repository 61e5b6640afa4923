namespace SmartKampung.News.Import;

/// <summary>One entry of an export: a post, a page, an attachment or something else.</summary>
sealed record WxrItem
{
    public string Id { get; set; } = "";
    public string Type { get; set; } = "";
    public string Status { get; set; } = "";
    public string Title { get; set; } = "";
    public string Link { get; set; } = "";
    public string Guid { get; set; } = "";
    public string Creator { get; set; } = "";
    public string Content { get; set; } = "";
    public string Excerpt { get; set; } = "";

    /// <summary>WordPress' slug.</summary>
    public string Name { get; set; } = "";

    /// <summary>In the site's own time.</summary>
    public string Date { get; set; } = "";

    public string DateGmt { get; set; } = "";
    public string Published { get; set; } = "";
    public bool HasPassword { get; set; }
    public List<string> Categories { get; } = [];
    public List<string> Tags { get; } = [];
    public string AttachmentUrl { get; set; } = "";

    /// <summary>The number of the attachment that stands over it.</summary>
    public string Thumbnail { get; set; } = "";

    public string Alt { get; set; } = "";
    public int Comments { get; set; }

    /// <summary>Whether a text of it had to be cut.</summary>
    public bool IsTooLong { get; set; }

    public bool IsPost => Type == "post";
    public bool IsPage => Type == "page";
    public bool IsAttachment => Type == "attachment";

    /// <summary>Whether it is for readers, or will be; what was thrown away or never begun is not.</summary>
    public bool IsKept => Status is "publish" or "future" or "draft" or "pending" or "private";
}

/// <summary>What stands at the beginning of an export.</summary>
sealed class WxrHead
{
    /// <summary>The address of the site, such as <c>https://tamansari.desa.id</c>.</summary>
    public string Site { get; set; } = "";

    /// <summary>The names of authors by their logins.</summary>
    public Dictionary<string, string> Authors { get; } = [];
}

/// <summary>A file can't be read.</summary>
/// <param name="key">The text that tells why.</param>
/// <param name="detail">What is put into the text.</param>
/// <param name="cause">What was thrown, or null.</param>
sealed class UnreadableExportException(string key, string detail = "", Exception? cause = null) : Exception($"{key} {detail}", cause)
{
    public string Key => key;

    public string Detail => detail;
}

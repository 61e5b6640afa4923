using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;

namespace SmartKampung.News.Import;

/// <summary>
/// Reads an export of WordPress (WXR, RSS with more) entry by entry, holding one at a time. Document types and entities of its own are refused, and
/// each text is cut where it is longer than anybody writes.
/// </summary>
sealed class WxrReader(Stream content)
{
    const int MostItems = 50_000;
    const int LongestText = 1_000_000;
    const int MostTerms = 50;
    const int MostAuthors = 1000;
    const string Export = "http://wordpress.org/export/";

    static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    readonly XmlReader reader = XmlReader.Create(content, Settings);
    bool isExport;

    public WxrHead Head { get; } = new();

    /// <exception cref="UnreadableExportException">It is no whole export.</exception>
    public async IAsyncEnumerable<WxrItem> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        for (var items = 0; await NextAsync(stop);)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Depth == 0 && reader.LocalName != "rss") throw new UnreadableExportException("import.not_wordpress");
            if (reader.Depth != 2) continue;
            if (reader.LocalName != "item") await ReadHeadAsync(stop);
            else if (!isExport) throw new UnreadableExportException("import.not_wordpress");
            else if (++items > MostItems) throw new UnreadableExportException("import.too_many", MostItems.ToString(CultureInfo.InvariantCulture));
            else yield return await ReadItemAsync(stop);
        }

        if (!isExport) throw new UnreadableExportException("import.not_wordpress");
    }

    async Task<bool> NextAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            return await reader.ReadAsync();
        }
        catch (XmlException broken)
        {
            throw Broken(broken);
        }
        catch (InvalidDataException broken)
        {
            throw new UnreadableExportException("import.broken_zip", cause: broken);
        }
    }

    static UnreadableExportException Broken(XmlException broken) => new("import.broken", broken.LineNumber.ToString(CultureInfo.InvariantCulture), broken);

    async Task ReadHeadAsync(CancellationToken stop)
    {
        if (!reader.NamespaceURI.StartsWith(Export, StringComparison.Ordinal)) return;
        isExport = true;
        if (reader.LocalName is "base_blog_url" or "base_site_url" && await TextAsync(stop) is { Text.Length: > 0 } site) Head.Site = site.Text.Trim();
        else if (reader is { LocalName: "author", NodeType: XmlNodeType.Element }) await ReadAuthorAsync(stop);
    }

    async Task ReadAuthorAsync(CancellationToken stop)
    {
        var (login, name) = ("", "");
        await ReadPartsAsync(async () =>
        {
            if (reader.LocalName == "author_login") login = (await TextAsync(stop)).Text;
            else if (reader.LocalName == "author_display_name") name = (await TextAsync(stop)).Text;
        }, stop);
        if (name.Length > 0 && Head.Authors.Count < MostAuthors) Head.Authors[login] = name;
    }

    async Task<WxrItem> ReadItemAsync(CancellationToken stop)
    {
        var item = new WxrItem();
        await ReadPartsAsync(() => ReadPartAsync(item, stop), stop);
        return item;
    }

    /// <summary>Goes through the children of the present element, and stands at its end then.</summary>
    async Task ReadPartsAsync(Func<Task> part, CancellationToken stop)
    {
        if (reader.IsEmptyElement) return;
        for (var depth = reader.Depth; await NextAsync(stop) && reader.Depth > depth;)
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1) await part();
    }

    async Task ReadPartAsync(WxrItem item, CancellationToken stop)
    {
        var (name, domain) = (NameOf(reader), reader.GetAttribute("domain"));
        if (name == "wp:postmeta") await ReadMetaAsync(item, stop);
        else if (name == "wp:comment") item.Comments++;
        else if (WxrFields.Of(name) is { } set)
        {
            var (text, isCut) = await TextAsync(stop);
            set(item, text);
            item.IsTooLong |= isCut;
        }
        else if (name == "category" && domain is "category" or "post_tag")
        {
            var terms = domain == "category" ? item.Categories : item.Tags;
            if (terms.Count < MostTerms) terms.Add((await TextAsync(stop)).Text.Trim());
        }
    }

    async Task ReadMetaAsync(WxrItem item, CancellationToken stop)
    {
        var key = "";
        await ReadPartsAsync(async () =>
        {
            if (reader.LocalName == "meta_key") key = (await TextAsync(stop)).Text;
            else if (key == "_thumbnail_id") item.Thumbnail = (await TextAsync(stop)).Text.Trim();
            else if (key == "_wp_attachment_image_alt") item.Alt = (await TextAsync(stop)).Text.Trim();
        }, stop);
    }

    static string NameOf(XmlReader reader)
    {
        var space = reader.NamespaceURI;
        if (space.Length == 0) return reader.LocalName;
        if (space.StartsWith(Export, StringComparison.Ordinal)) return (space.EndsWith("/excerpt/", StringComparison.Ordinal) ? "excerpt:" : "wp:") + reader.LocalName;
        return space.Contains("/content/", StringComparison.Ordinal) ? "content:" + reader.LocalName : space.Contains("/dc/", StringComparison.Ordinal) ? "dc:" + reader.LocalName : "";
    }

    /// <summary>The text of the present element, and whether it was cut; the reader stands at its end then.</summary>
    async Task<(string Text, bool IsCut)> TextAsync(CancellationToken stop)
    {
        if (reader.IsEmptyElement) return ("", false);
        var (text, buffer, isCut, depth) = (new StringBuilder(), new char[4096], false, reader.Depth);
        while (await NextAsync(stop) && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            isCut |= await AppendAsync(text, buffer);
        }

        return (text.ToString(), isCut);
    }

    async Task<bool> AppendAsync(StringBuilder text, char[] buffer)
    {
        try
        {
            for (int length; (length = await reader.ReadValueChunkAsync(buffer, 0, buffer.Length)) > 0;)
            {
                if (text.Length + length > LongestText) return true;
                text.Append(buffer, 0, length);
            }

            return false;
        }
        catch (XmlException broken)
        {
            throw Broken(broken);
        }
        catch (InvalidDataException broken)
        {
            throw new UnreadableExportException("import.broken_zip", cause: broken);
        }
    }
}

namespace SmartKampung.Sdk;

/// <summary>Text that is HTML and goes into a page as it is. Everything that a template writes is escaped unless it is of this type.</summary>
/// <param name="Value">HTML that is known to be clean.</param>
public readonly record struct Html(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>Cleans HTML that comes from outside.</summary>
public interface IHtmlSanitizer
{
    /// <summary>Keeps elements and attributes of plain texts (headings, paragraphs, lists, tables, links, figures), and drops all that could run or restyle the page.</summary>
    Html Sanitize(string html);

    /// <summary>The words of an HTML text, for excerpts and search.</summary>
    string PlainText(string html);
}

namespace SmartKampung.Letters.Types.Comparing;

/// <summary>Where two versions of a type differ: part by part, each line by line.</summary>
sealed class TypeDifference(TypeParts parts, ITexts texts)
{
    public IReadOnlyList<DifferentPart> Between(LetterType before, LetterType after)
    {
        TypePart[] earlier = [.. parts.Of(before), Order(before, after)], later = [.. parts.Of(after), Order(after, before)];
        var known = earlier.ToDictionary(part => part.Key, part => part.Text);
        return
        [
            .. later.Where(part => known.GetValueOrDefault(part.Key) != part.Text).Select(part => Different(part, known.GetValueOrDefault(part.Key) ?? "", part.Text)),
            .. earlier.ExceptBy(later.Select(part => part.Key), part => part.Key).Select(part => Different(part, part.Text, "")),
        ];
    }

    /// <summary>The questions and papers that both have, so that one that was added moves none of them.</summary>
    TypePart Order(LetterType type, LetterType other)
    {
        var shared = KeysOf(other).ToHashSet();
        return new("order", texts["type.part.order"], string.Join('\n', KeysOf(type).Where(shared.Contains)));
    }

    static IEnumerable<string> KeysOf(LetterType type) =>
        type.Fields.SelectMany(field => field.Fields.Select(row => $"{field.Key}.{row.Key}").Prepend(field.Key)).Concat(type.Documents.Select(document => document.Key));

    static DifferentPart Different(TypePart part, string before, string after) => new(part.Key, part.Name, LineDifference.Between(before, after));
}

/// <summary>A part that differs.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Lines">Its lines; none where it differs in spaces and blank lines alone.</param>
sealed record DifferentPart(string Key, string Name, IReadOnlyList<DifferentLine> Lines);

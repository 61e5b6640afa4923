using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace SmartKampung.Host.Pages;

/// <summary>Says what is wrong with a field, as a neighbour would, in the reader's language.</summary>
static class ValidationMessages
{
    public static string Required(ModelField field, ITexts texts) => texts["validation.required", InSentence(Label(field, texts))];

    public static string Of(ValidationAttribute broken, ModelField field, object? value, ITexts texts) => broken switch
    {
        { ErrorMessage: { } key } when texts[key] != key => texts[key],
        RequiredAttribute => Required(field, texts),
        StringLengthAttribute length => Length(texts, value, length.MinimumLength, length.MaximumLength),
        LengthAttribute length => Length(texts, value, length.MinimumLength, length.MaximumLength),
        MaxLengthAttribute length => Length(texts, value, 0, length.Length),
        MinLengthAttribute length => Length(texts, value, length.Length, int.MaxValue),
        RangeAttribute range => texts["validation.range", Bound(range.Minimum, texts), Bound(range.Maximum, texts)],
        RegularExpressionAttribute => texts["validation.pattern"],
        EmailAddressAttribute => texts["validation.email"],
        UrlAttribute => texts["validation.url"],
        PhoneAttribute => texts["validation.phone"],
        _ => texts["validation.other"],
    };

    /// <summary>The text under <c>field.KEY</c>, where a module says something else by the key itself, else under the key.</summary>
    public static string Label(ModelField field, ITexts texts)
    {
        var own = "field." + field.LabelKey;
        if (texts[own] is var label && label != own) return label;
        return texts[field.LabelKey] is var plain && plain == field.LabelKey ? plain.Replace('_', ' ') : plain;
    }

    static string Length(ITexts texts, object? value, int least, int most)
    {
        var isText = value is string;
        var count = value is string text ? text.Length : value is ICollection items ? items.Count : 0;
        if (count < least) return texts[isText ? "validation.too_short" : "validation.too_few", least];
        return texts[isText ? "validation.too_long" : "validation.too_many", most];
    }

    static string Bound(object bound, ITexts texts) => decimal.TryParse(
        Convert.ToString(bound, CultureInfo.InvariantCulture), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        ? NumberWriting.Number(number, texts.Language)
        : bound.ToString() ?? "";

    /// <summary>A label inside a sentence begins small, unless it is an abbreviation such as NIK.</summary>
    static string InSentence(string label) =>
        label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];
}

using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Texts, numbers, amounts and days in templates.</summary>
static class Writing
{
    const int WeekDays = 7;

    public static void AddTo(ScriptObject functions)
    {
        functions.Add("t", new TemplateFunction(call => TextOf(call)));
        functions.Add("number", new TemplateFunction(call => NumberWriting.Number(call[0], call.Language)));
        functions.Add("money", new TemplateFunction(call => NumberWriting.Money(call[0], call.Language)));
        functions.Add("date", new TemplateFunction(call => DateOf(call)));
        functions.Add("iso", new TemplateFunction(call => DateWriting.Iso(call[0], call.Request.TimeZone)));
        functions.Add("ago", new TemplateFunction(call => Ago(call)));
    }

    static string TextOf(Arguments call)
    {
        var texts = call.Rendering.Texts;
        if (call.Count <= 1) return texts[call.Text(0)];
        var arguments = new object?[call.Count - 1];
        for (var position = 0; position < arguments.Length; position++) arguments[position] = call[position + 1];
        return texts[call.Text(0), arguments];
    }

    static string DateOf(Arguments call) =>
        DateWriting.Moment(call[0], call.Request.TimeZone) is { } moment ? DateWriting.Write(moment, call.Text(1), call.Language) : "";

    static Html? Ago(Arguments call)
    {
        if (DateWriting.Moment(call[0], call.Request.TimeZone) is not { } moment) return null;
        var texts = call.Rendering.Texts;
        return new Html($"<time datetime=\"{DateWriting.Iso(call[0], call.Request.TimeZone)}\">{HtmlEscaping.Escape(Relative(moment, call.Request.Now, texts))}</time>");
    }

    static string Relative(DateTimeOffset moment, DateTimeOffset now, ITexts texts)
    {
        var passed = now - moment;
        var days = (now.Date - moment.Date).Days;
        if (passed < TimeSpan.Zero || days > WeekDays) return DateWriting.Write(moment, "medium", texts.Language);
        if (passed < TimeSpan.FromMinutes(1)) return texts["ago.now"];
        if (passed < TimeSpan.FromHours(1)) return Count(texts, "ago.minutes", passed.Minutes);
        if (days == 0) return Count(texts, "ago.hours", (int)passed.TotalHours);
        return days == 1 ? texts["ago.yesterday"] : Count(texts, "ago.days", days);
    }

    static string Count(ITexts texts, string key, int count) => count == 1 ? texts[$"{key}.one", count] : texts[key, count];
}

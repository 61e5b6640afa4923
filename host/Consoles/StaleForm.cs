using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Consoles;

/// <summary>Says beside each field what somebody else saved meanwhile; what was typed stays in it.</summary>
static class StaleForm
{
    const int LongestTold = 2_000;

    /// <param name="form">The form that came too late.</param>
    /// <param name="present">The same fields as they are saved now; null where the thing is gone.</param>
    /// <param name="texts">The host's texts in the reader's language.</param>
    /// <param name="zone">The village's clock.</param>
    public static void Tell<T>(Form<T> form, T? present, ITexts texts, TimeZoneInfo zone) where T : class
    {
        form.AddError("", texts[present is null ? "stale.gone" : "stale.lead"]);
        if (present is null) return;
        foreach (var field in ModelShape.Of(typeof(T)).Fields)
            if (form.Typed.TryGetValue(field.Name, out var typed) && ScalarWriting.Write(field.Read(present), texts.Language, zone) is var saved && Plain(typed) != Plain(saved))
                form.AddError(field.Name, texts["stale.now", saved.Length == 0 ? texts["stale.empty"] : Short(saved)]);
    }

    static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    static string Short(string text) => text.Length <= LongestTold ? text : string.Concat(text.AsSpan(0, LongestTold), "…");
}

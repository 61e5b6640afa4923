using Scriban.Runtime;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Brings what a check says of a profile beside the fields of a form.</summary>
static class ProfileErrors
{
    const string English = "/english";

    /// <param name="form">The form.</param>
    /// <param name="refusal">What was said of the profile.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="within">The JSON Pointer to the entry that the form shows, where it is one of a list.</param>
    public static void Tell<T>(Form<T> form, Refusal refusal, string language, string within = "") where T : class
    {
        foreach (var error in refusal.Errors) form.AddError(FieldOf<T>(error.Pointer, within), error.Message.In(language));
        if (refusal.Errors.Count == 0) form.AddError("", refusal.Message.In(language));
    }

    /// <summary>The field of a pointer such as /headline/english, or empty where the form has none.</summary>
    static string FieldOf<T>(string pointer, string within)
    {
        if (!pointer.StartsWith(within, StringComparison.Ordinal)) return "";
        var name = StandardMemberRenamer.Rename(pointer[within.Length..].Trim('/').Split('/')[0]);
        if (pointer.EndsWith(English, StringComparison.Ordinal)) name += "_en";
        return ModelShape.Of(typeof(T)).Find(name)?.Name ?? "";
    }
}

using Microsoft.Extensions.Options;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Privacy;

/// <summary>What is kept of people, why, for how long and by which right: the host's part, and what modules mark as personal.</summary>
sealed class NoticeRows(IModuleCatalog catalog, ModuleSwitches switches, TextLibrary library, IOptions<RetentionOptions> retention)
{
    public IReadOnlyList<NoticeRow> OfHost(HttpContext context)
    {
        var (texts, times) = (TextsOf(PageOwner.Host.Id, context), retention.Value);
        return
        [
            Row(texts, "account"),
            Row(texts, "device", times.DeviceDays),
            Row(texts, "slip", times.SlipDays),
            Row(texts, "record"),
            Row(texts, "message", times.MessageDays),
            Row(texts, "request", times.RequestDays / 365),
            Row(texts, "form", times.FormMinutes),
            Row(texts, "backup"),
        ];
    }

    /// <summary>Those of the modules that are on in the village; at the portal of all that are there.</summary>
    public IReadOnlyList<NoticeOfModule> OfModules(HttpContext context) =>
    [
        .. from module in catalog.Modules
           where module.PersonalData.Count + module.Consents.Count > 0 && (PresentVillage.Of(context) is not { } village || switches.IsOn(village, module.Id))
           select new NoticeOfModule(
               module.Name.In(RequestLanguage.Of(context)), [.. RowsOf(module, context)], [.. module.Consents.Select(purpose => TextsOf(module.Id, context)[purpose.Text])]),
    ];

    IEnumerable<NoticeRow> RowsOf(ModuleInfo module, HttpContext context)
    {
        var (own, texts) = (TextsOf(module.Id, context), TextsOf(PageOwner.Host.Id, context));
        return from path in module.PersonalData
               let dot = path.IndexOf('.', StringComparison.Ordinal)
               group path[(dot + 1)..] by path[..dot] into type
               select new NoticeRow(
                   TypeOf(own, type.Key),
                   string.Join(", ", type.Select(property => PropertyOf(own, type.Key, property))),
                   own.Find($"personal.{type.Key}.why") ?? texts["privacy.module.why"],
                   own.Find($"personal.{type.Key}.until") ?? texts["privacy.module.until"],
                   own.Find($"personal.{type.Key}.ground") ?? texts["privacy.module.ground"]);
    }

    /// <summary>What people call a type of documents of a module.</summary>
    public string NameOf(string module, string type, HttpContext context) => TypeOf(TextsOf(module, context), type);

    static string TypeOf(Texts own, string type) => own.Find($"personal.{type}") ?? own.Find($"audit.type.{type}") ?? type;

    static string PropertyOf(Texts own, string type, string property)
    {
        var name = Scriban.Runtime.StandardMemberRenamer.Rename(property);
        return own.Find($"personal.{type}.{property}") ?? own.Find($"field.{name}") ?? own.Find(name) ?? name.Replace('_', ' ');
    }

    static NoticeRow Row(Texts texts, string key, int? time = null) => new(
        texts[$"privacy.{key}"], texts[$"privacy.{key}.what"], texts[$"privacy.{key}.why"], texts[$"privacy.{key}.until", time], texts[$"privacy.{key}.ground"]);

    Texts TextsOf(string owner, HttpContext context) => (Texts)library.For(owner, context);
}

/// <param name="Name">The kind of data.</param>
/// <param name="What">Which data.</param>
/// <param name="Why">What for.</param>
/// <param name="Until">For how long.</param>
/// <param name="Ground">By which right.</param>
sealed record NoticeRow(string Name, string What, string Why, string Until, string Ground);

/// <param name="Name">The module's.</param>
/// <param name="Rows">What it keeps.</param>
/// <param name="Consents">What it does with consent alone, each as the sentence that people agree to.</param>
sealed record NoticeOfModule(string Name, IReadOnlyList<NoticeRow> Rows, IReadOnlyList<string> Consents);

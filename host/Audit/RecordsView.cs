using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Audit;

/// <summary>Entries as a person reads them.</summary>
/// <param name="texts">The texts of the host and its modules.</param>
/// <param name="context">The reader's request.</param>
sealed class RecordsView(TextLibrary texts, HttpContext context)
{
    readonly FieldWords words = new(texts, context);

    public object Of(AuditEntry entry) => new
    {
        number = entry.Number,
        at = entry.At,
        name = NameOf(entry),
        roles = entry.Roles.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(words.Role).ToArray(),
        village = PresentVillage.Of(context) is null && entry.Village is { } village ? context.RequestServices.GetRequiredService<VillageRegistry>().Find(village)?.Name : null,
        address = entry.Address,
        action = Host.Find($"audit.action.{entry.Action}") ?? (entry.Documents.Count == 0 ? entry.Action : ""),
        documents = entry.Documents.Select(document => new
        {
            said = Host[$"audit.{document.Change.ToString().ToLowerInvariant()}", TypeOf(document)],
            label = words.Label(document),
            fields = document.Fields.Select(field => new { name = words.Name(document, field.Name), before = words.Value(field.Name, field.Before), after = words.Value(field.Name, field.After) }).ToArray(),
        }).ToArray(),
    };

    /// <summary>One line for a table.</summary>
    public string Sentence(AuditEntry entry) => entry.Documents.Count == 0
        ? Host.Find($"audit.action.{entry.Action}") ?? entry.Action
        : string.Join("; ", entry.Documents.Select(document => $"{Host[$"audit.{document.Change.ToString().ToLowerInvariant()}", TypeOf(document)]} {words.Label(document)}".TrimEnd()));

    public string NameOf(AuditEntry entry) => entry.Account is not null ? entry.Name : Host[entry.Name == Actor.HostName ? "audit.host" : "audit.key"];

    Texts Host => (Texts)texts.For(PageOwner.Host.Id, context);

    string TypeOf(AuditedDocument document) => ((Texts)texts.For(document.TextsOf, context)).Find($"audit.type.{document.Type}") ?? Host.Find($"audit.type.{document.Type}") ?? document.Type;
}

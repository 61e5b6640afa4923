namespace SmartKampung.Residents.People;

/// <summary>Changed fields as people read them.</summary>
sealed class ShownFields(ITexts texts)
{
    public IReadOnlyList<ShownField> Of(IEnumerable<ChangedField> fields) => [.. fields.Select(field => Of(field, null))];

    /// <summary>Beside what the record says now, where that is something else than it was when the change was proposed.</summary>
    public IReadOnlyList<ShownField> Of(IEnumerable<ChangedField> fields, Resident now) => [.. fields.Select(field => Of(field, ResidentFields.Find(field.Name)?.Read(now)))];

    ShownField Of(ChangedField field, string? now) =>
        new(texts["field." + field.Name], Value(field.Name, field.Old), Value(field.Name, field.New), now is null || now == field.Old || now == field.New ? "" : Value(field.Name, now));

    string Value(string name, string value) => name switch
    {
        _ when value.Length == 0 => "",
        "is_male" => texts["sex." + value],
        "state" => texts["state." + value],
        "family" => texts["family.one"],
        _ => value,
    };
}

/// <param name="Label">What it is.</param>
/// <param name="Old">Before.</param>
/// <param name="New">After.</param>
/// <param name="Now">What the record says now, where it changed since; else empty.</param>
sealed record ShownField(string Label, string Old, string New, string Now);

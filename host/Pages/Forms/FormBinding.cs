using System.Collections;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Primitives;

namespace SmartKampung.Host.Pages;

/// <summary>Makes the object of a form from what was typed, keeps what was typed, and collects what is wrong.</summary>
sealed class FormBinding(ModelShape shape, IFormCollection sent, ITexts texts, TimeZoneInfo zone)
{
    readonly ScalarReader reader = new(texts.Language, zone);
    readonly HashSet<ModelField> unreadable = [];

    public Dictionary<string, string> Typed { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<(string Field, string Message)> Errors { get; } = [];

    public object Bind()
    {
        var values = new Dictionary<ModelField, object?>();
        foreach (var field in shape.Fields)
            if (TryRead(field, out var value)) values[field] = value;
        var model = shape.Create(values);
        new ModelCheck(texts, (field, _, message) => Report(field, message)).Run(model);
        return model;
    }

    bool TryRead(ModelField field, out object? value)
    {
        if (field.Type.IsAssignableTo(typeof(IFormFile))) return (value = sent.Files.GetFile(field.Name)) is not null;
        var typed = sent[field.Name] is { Count: > 0 } named ? named : sent[field.Property.Name];
        Typed[field.Name] = string.Join('\n', typed.ToArray());
        value = null;
        if (field.ItemType is { } item) return TryReadList(field, typed, item, out value);
        return ScalarReader.CanRead(field.Type) && TryReadScalar(field, Clean(typed.Count > 0 ? typed[^1] : null), typed.Count > 0, out value);
    }

    bool TryReadScalar(ModelField field, string text, bool isSent, out object? value)
    {
        value = null;
        if (field.Type == typeof(string)) return isSent && (value = text.Length > 0 || field.NeverNull ? text : null) is not null;
        if (text.Length == 0) return field.Type == typeof(bool) ? (value = false) is not null : Miss(field);
        value = reader.Read(text, field.Type);
        if (value is null) Mistake(field, texts[ScalarReader.MistakeOf(field.Type) ?? "validation.other"]);
        return value is not null;
    }

    bool TryReadList(ModelField field, StringValues typed, Type item, out object? value)
    {
        value = null;
        if (!ScalarReader.CanRead(item)) return false;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var text in typed.Select(Clean).Where(text => text.Length > 0))
            if (reader.Read(text, item) is { } read) list.Add(read);
            else Mistake(field, texts[ScalarReader.MistakeOf(item) ?? "validation.other"]);
        value = field.Type.IsArray ? ToArray(list, item) : list;
        return true;
    }

    static Array ToArray(IList list, Type item)
    {
        var array = Array.CreateInstance(item, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    bool Miss(ModelField field)
    {
        if (field.IsRequired && field.Find<RequiredAttribute>() is null) Mistake(field, ValidationMessages.Required(field, texts));
        return false;
    }

    /// <summary>What can't be read is told once, and not checked further.</summary>
    void Mistake(ModelField field, string message)
    {
        if (unreadable.Add(field)) Errors.Add((field.Name, message));
    }

    void Report(ModelField? field, string message)
    {
        if (field is null || !unreadable.Contains(field)) Errors.Add((field?.Name ?? "", message));
    }

    static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

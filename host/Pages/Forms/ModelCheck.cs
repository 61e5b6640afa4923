using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Pages;

/// <summary>Checks an object by its annotations, and what lies in it; the one check of forms and bodies.</summary>
/// <param name="texts">The texts of whose object it is, in the reader's language.</param>
/// <param name="report">Takes the field, its JSON Pointer (RFC 6901) and what is wrong.</param>
sealed class ModelCheck(ITexts texts, Action<ModelField?, string, string> report)
{
    const int Deepest = 32;

    bool found;

    public void Run(object model) => CheckInside(null, model, "", Deepest);

    void Check(object model, string pointer, int depth)
    {
        if (depth == 0) return;
        var before = found;
        found = false;
        foreach (var field in ModelShape.Of(model.GetType()).Fields) CheckField(model, field, pointer + JsonPointer.To(field.JsonName), depth);
        if (!found && model is IValidatableObject whole) CheckWhole(whole, pointer);
        found |= before;
    }

    void CheckField(object model, ModelField field, string pointer, int depth)
    {
        var value = field.Read(model);
        var context = new ValidationContext(model) { MemberName = field.Property.Name, DisplayName = field.Property.Name };
        if (value is null && field.NeverNull) Report(field, pointer, ValidationMessages.Required(field, texts));
        else if (field.Validations.FirstOrDefault(annotation => annotation.GetValidationResult(value, context) is not null) is { } broken)
            Report(field, pointer, ValidationMessages.Of(broken, field, value, texts));
        else CheckInside(field, value, pointer, depth);
    }

    void CheckInside(ModelField? field, object? value, string pointer, int depth)
    {
        if (value is null or IDictionary) return;
        if (value is string text) CheckText(field, text, pointer);
        else if (value is IEnumerable items) CheckItems(field, items, pointer, depth);
        else if (IsModel(value.GetType())) Check(value, pointer, depth - 1);
    }

    void CheckText(ModelField? field, string text, string pointer)
    {
        if (!Characters.AreText(text)) Report(field, pointer, texts["validation.characters"]);
    }

    void CheckItems(ModelField? field, IEnumerable items, string pointer, int depth)
    {
        var position = 0;
        foreach (var item in items)
        {
            var place = $"{pointer}/{position++}";
            if (item is null && field is { ItemsNeverNull: true }) Report(field, place, texts["body.missing"]);
            else CheckInside(item is string ? field : null, item, place, depth);
        }
    }

    void CheckWhole(IValidatableObject whole, string pointer)
    {
        foreach (var result in whole.Validate(new ValidationContext(whole)))
        {
            var field = result.MemberNames.Select(name => ModelShape.Of(whole.GetType()).Find(name)).FirstOrDefault();
            Report(field, field is null ? pointer : pointer + JsonPointer.To(field.JsonName), texts[result.ErrorMessage ?? "validation.other"]);
        }
    }

    void Report(ModelField? field, string pointer, string message)
    {
        found = true;
        report(field, pointer, message);
    }

    static bool IsModel(Type type) => type.IsClass && ModelMembers.Of(type).Count > 0;
}

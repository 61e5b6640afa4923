using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace SmartKampung.Host.Settings;

/// <summary>What is said of values that are not right.</summary>
static class SettingMessages
{
    public static LocalText Unknown { get; } = new("Pengaturan ini tidak ada.", "There is no such setting.");
    public static LocalText Names { get; } = new("Isi dengan daftar nama pengaturan.", "Must be a list of names of settings.");
    public static LocalText NothingBelow { get; } = new("Desa tidak dapat mengunci; tidak ada lingkup di bawahnya.", "A village can't lock: there is nothing below it.");
    public static LocalText Characters { get; } = new("Ada huruf yang tidak dapat ditampilkan.", "This holds characters that can't be shown.");
    public static LocalText Boolean { get; } = new("Isi dengan true atau false.", "Must be true or false.");

    public static LocalText Type(Type type)
    {
        if (type == typeof(bool)) return Boolean;
        if (type == typeof(int)) return new("Isi dengan bilangan bulat.", "Must be a whole number.");
        if (type == typeof(decimal)) return new("Isi dengan angka.", "Must be a number.");
        if (type == typeof(DateOnly)) return new("Isi dengan tanggal seperti 2026-11-23.", "Must be a date such as 2026-11-23.");
        if (type == typeof(TimeOnly)) return new("Isi dengan jam seperti 07:30:00.", "Must be a time such as 07:30:00.");
        if (type == typeof(List<string>)) return new("Isi dengan daftar teks.", "Must be a list of texts.");
        return type.IsEnum ? OneOf(Enum.GetNames(type)) : new("Isi dengan teks.", "Must be a text.");
    }

    public static LocalText Rule(ValidationAttribute rule, string name) => rule switch
    {
        // These bring an English message of their own as if the module had written it.
        EmailAddressAttribute => new("Isi dengan alamat surel seperti nama@desa.id.", "Must be an e-mail address such as name@desa.id."),
        UrlAttribute => new("Isi dengan alamat web seperti https://desa.id.", "Must be a web address such as https://desa.id."),
        AllowedValuesAttribute allowed => OneOf([.. allowed.Values.Select(value => Text(value))]),
        { ErrorMessage: not null } => new(rule.FormatErrorMessage(name)),
        RequiredAttribute => new("Wajib diisi.", "This is required."),
        RangeAttribute range => Between(Text(range.Minimum), Text(range.Maximum)),
        StringLengthAttribute length => Length(length.MinimumLength, length.MaximumLength),
        MaxLengthAttribute length => Length(0, length.Length),
        MinLengthAttribute length => new($"Paling sedikit {length.Length}.", $"Must have at least {length.Length}."),
        _ => new("Bentuknya belum benar.", "This does not have the right form."),
    };

    static LocalText Between(string least, string most) => new($"Isi dari {least} sampai {most}.", $"Must be from {least} to {most}.");

    static LocalText Length(int least, int most) => least > 0
        ? new($"Panjangnya {least} sampai {most} huruf.", $"Must have from {least} to {most} characters.")
        : new($"Paling panjang {most} huruf.", $"Must have at most {most} characters.");

    static LocalText OneOf(string[] values) => new($"Pilih salah satu: {string.Join(", ", values)}.", $"Must be one of: {string.Join(", ", values)}.");

    static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

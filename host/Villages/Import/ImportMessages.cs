namespace SmartKampung.Host.Villages.Import;

/// <summary>What an import says of wrong lines, besides what is said of any village.</summary>
static class ImportMessages
{
    public static LocalText MissingColumn { get; } = new("Kolom ini tidak ada di baris judul.", "The header lacks this column.");
    public static LocalText Empty { get; } = new("Berkas tidak berisi desa.", "The file holds no villages.");
    public static LocalText Unreadable { get; } = new("Baris ini bukan CSV yang benar (periksa tanda kutip).", "This line is not valid CSV (check the quotes).");
    public static LocalText TooManyFields { get; } = new("Baris ini punya lebih banyak kolom daripada baris judul.", "This line has more columns than the header.");
    public static LocalText NotUtf8 { get; } = new("Berkas bukan teks UTF-8.", "The file is not UTF-8 text.");
    public static LocalText Kind { get; } = new("Isi dengan desa atau kelurahan.", "Must be desa or kelurahan.");
    public static LocalText District { get; } = new("Kode kecamatan harus awal kode desa.", "The district's code must be the beginning of the village's.");
    public static LocalText RegencyCode { get; } = new("Kode kabupaten harus awal kode desa.", "The regency's code must be the beginning of the village's.");
    public static LocalText RegencyName { get; } = new(
        "Nama kabupaten tidak diketahui: isi kolom ini, atau atur Regency:Code dan Regency:Name.",
        "The regency's name is not known: fill this column, or set Regency:Code and Regency:Name.");
    public static LocalText Latitude { get; } = new("Lintang adalah angka dari -90 sampai 90 dengan titik.", "A latitude is a number from -90 to 90 with a point.");
    public static LocalText Longitude { get; } = new("Bujur adalah angka dari -180 sampai 180 dengan titik.", "A longitude is a number from -180 to 180 with a point.");

    public static LocalText Repeated(int row) => new($"Kode ini sudah ada di baris {row}.", $"Row {row} has this code already.");

    public static LocalText SameVillage(int row) => new($"Baris {row} adalah desa yang sama dengan kode lain.", $"Row {row} is the same village under another code.");
}

namespace SmartKampung.Host.Archives;

static class ArchiveMessages
{
    public static LocalText NoArchive { get; } = new("Berkas ini bukan arsip dokumen.", "This file is no archive of documents.");

    public static LocalText Wrong { get; } = new("Arsip belum cocok; tidak ada yang diimpor.", "The archive does not fit; nothing was imported.");

    public static LocalText Newer { get; } = new("Arsip ini dari versi yang lebih baru.", "This archive was written by a newer host.");

    public static LocalText NotEmpty(string types) => new($"Desa ini sudah punya dokumen: {types}.", $"This village has documents already: {types}.");

    public static LocalText NotRunning(string module) =>
        new($"Modul {module} tidak berjalan di sini. Pasang dahulu, atau kecualikan.", $"Module {module} does not run here. Install it first, or leave it out by skip={module}.");

    public static LocalText UnknownType(string module, string type) =>
        new($"Modul {module} tidak mengenal {type}.", $"Module {module} here knows no {type}.");

    public static LocalText NewerSchema(string type, int schema, int known) =>
        new($"{type} berskema {schema}, modul di sini mengenal {known}.", $"{type} has schema {schema}, the module here knows {known}.");

    public static LocalText Missing { get; } = new("Tidak ada dalam arsip, atau jumlahnya tidak cocok.", "It is missing from the archive, or has another number of documents than the manifest says.");

    public static LocalText Damaged { get; } = new("Isi berkas tidak cocok dengan namanya.", "The file's content does not match its name.");

    public static LocalText TooLong { get; } = new("Baris ini terlalu panjang.", "This line is too long for a document.");

    public static LocalText Row(string why) => new($"Tidak dapat dibaca: {why}", why);
}

using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

static class BackupMessages
{
    public static LocalText NoBackup { get; } = new("Berkas ini bukan cadangan.", "This file is no backup.");

    public static LocalText NeedsPassphrase { get; } = new("Cadangan ini terkunci. Tulis frasa sandinya.", "This backup is encrypted: its passphrase is needed.");

    public static LocalText WrongPassphrase { get; } = new("Frasa sandi tidak cocok, atau awal berkas rusak.", "The passphrase is wrong, or the beginning of the file is damaged.");

    public static LocalText CutOff { get; } = new("Akhir berkas hilang.", "The end of the file is missing.");

    public static LocalText Changed { get; } = new("Isi berkas berubah sejak dibuat.", "The file was changed since it was made.");

    public static LocalText Newer { get; } = new("Cadangan ini dari versi yang lebih baru.", "This backup was made by a newer host.");

    public static LocalText Twice { get; } = new("Nama ini ada dua kali.", "This name is there twice.");

    public static LocalText BadName { get; } = new("Nama ini tidak boleh ada dalam cadangan.", "A backup has no such name.");

    public static LocalText Missing { get; } = new("Tidak ada dalam berkas.", "It is missing from the file.");

    public static LocalText Added { get; } = new("Tidak ada dalam daftar isi.", "The manifest does not tell of it.");

    public static LocalText WrongLength { get; } = new("Panjangnya tidak cocok dengan daftar isi.", "It has another length than the manifest says.");

    public static LocalText WrongHash { get; } = new("Isinya tidak cocok dengan daftar isi.", "Its content is not what the manifest says.");

    public static LocalText WrongCount { get; } = new("Jumlahnya tidak cocok dengan daftar isi.", "It has another number than the manifest says.");

    public static LocalText TooManyEntries { get; } = new("Isinya terlalu banyak.", "It holds more than a backup can.");

    public static LocalText Of(SealFault fault) => fault switch
    {
        SealFault.WrongPassphrase => WrongPassphrase,
        SealFault.CutOff => CutOff,
        SealFault.Changed => Changed,
        _ => NoBackup,
    };

    public static LocalText Unreadable(string why) => new($"Tidak dapat dibaca: {why}", $"It can't be read: {why}");

    public static LocalText Line(int row, string why) => new($"Baris {row} tidak dapat dibaca: {why}", $"Line {row} can't be read: {why}");

    public static LocalText Damaged(IReadOnlyList<BackupFault> faults) => new(
        "Cadangan rusak; tidak ada yang diubah. " + string.Join(' ', faults.Select(fault => $"{fault.Entry}: {fault.Message.Indonesian}")),
        "The backup is damaged; nothing was changed. " + string.Join(' ', faults.Select(fault => $"{fault.Entry}: {fault.Message.English}")));

    public static LocalText NoFolder(string folder) => new($"Folder cadangan {folder} tidak ada.", $"The folder of the backups, {folder}, is not there.");

    public static LocalText NoRoom(long needed, long free) => new(
        $"Ruang penyimpanan kurang: perlu {needed} bita, ada {free}.", $"There is too little room: {needed} bytes are needed, {free} are free.");

    public static LocalText NotWritten(string why) => new($"Cadangan tidak dapat ditulis: {why}", $"The backup can't be written: {why}");

    public static LocalText Busy { get; } = new("Pekerjaan lain atas cadangan desa ini sedang berjalan. Tunggu sampai selesai.", "Another backup or restore of this village is under way. Wait until it is done.");

    public static LocalText DoesNotFit(string why) => new($"Cadangan tidak cocok dengan host ini; tidak ada yang diubah. {why}", $"The backup does not fit this host; nothing was changed. {why}");

    public static LocalText WrongCode { get; } = new("Kode desa berbentuk seperti 35.10.24.2008.", "A village's code looks like 35.10.24.2008.");

    public static LocalText InUse(string code) => new(
        $"Desa {code} sudah dipakai. Latihan pemulihan perlu kode yang belum dipakai, atau desa latihan.", $"The village {code} is in use. A rehearsal needs a code that no village has, or a village of an earlier rehearsal.");

    public static LocalText NotMadeHere { get; } = new(
        "Berkas ini bukan cadangan desa ini yang dibuat di sini. Pengelola server dapat memulihkannya dengan perintah restore.",
        "This file is no backup of this village that was made here. Whoever runs the server can restore it by the command restore.");

    public static LocalText NoVillage { get; } = new("Desa ini tidak ada.", "There is no such village.");
}

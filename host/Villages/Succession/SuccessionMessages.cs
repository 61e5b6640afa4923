namespace SmartKampung.Host.Villages.Succession;

/// <summary>What is said when villages get new codes, are split or merged.</summary>
static class SuccessionMessages
{
    public static LocalText Closed { get; } = new("Desa ini sudah ditutup.", "This village is closed.");
    public static LocalText Unknown { get; } = new("Tidak ada desa dengan kode ini.", "There is no village with this code.");
    public static LocalText Itself { get; } = new("Desa tidak dapat digabung dengan dirinya sendiri.", "A village can't be merged with itself.");
    public static LocalText Repeated { get; } = new("Kode ini sudah disebut di atas.", "This code was told above already.");
    public static LocalText OtherRegency { get; } = new("Desa ini di kabupaten lain.", "This village lies in another regency.");
    public static LocalText NotYet { get; } = new("Tanggal tidak boleh sesudah hari ini.", "The day must not come after today.");
    public static LocalText TwoAtLeast { get; } = new(
        "Desa yang ditutup dipecah menjadi paling sedikit dua; untuk satu desa, ganti kodenya.",
        "A village that closes becomes two at least; for one, give it a new code.");
    public static LocalText NotAmongNew { get; } = new("Isi dengan kode salah satu desa baru.", "Must be the code of one of the new villages.");
    public static LocalText DoneBefore { get; } = new("Sudah dilakukan sebelumnya; tidak ada yang diubah.", "This was done before; nothing was changed.");
    public static LocalText Recoded { get; } = new("Kode diganti; kode lama mengarah ke yang baru.", "The code was changed; the old one leads to the new one.");
    public static LocalText Split { get; } = new("Desa dipecah.", "The village was split.");
    public static LocalText Merged { get; } = new("Desa digabung.", "The villages were merged.");

    public static LocalText HasCode(string code) => new($"Desa ini sekarang berkode {code}.", $"This village now has the code {code}.");

    public static LocalText IsCalled(string name) => new($"Kode ini milik {name}.", $"This code is that of {name}.");

    /// <summary>What an administrator must know of the data of villages that are gone.</summary>
    public static LocalText DataOf(IEnumerable<string> codes)
    {
        var list = string.Join(", ", codes);
        return new(
            $"Halaman {list} berakhir. Dokumennya tidak dipindahkan: tetap tersimpan pada desa yang ditutup dan dapat diekspor dengan kodenya.",
            $"The pages of {list} end. The documents are not moved: they stay with the closed village and can be exported by its code.");
    }
}

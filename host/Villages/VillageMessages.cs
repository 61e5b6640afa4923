namespace SmartKampung.Host.Villages;

/// <summary>What is said of a village's values that are not right.</summary>
static class VillageMessages
{
    public static LocalText Required { get; } = new("Wajib diisi.", "This is required.");
    public static LocalText Code { get; } = new("Kode harus berbentuk 35.10.24.2008.", "The code must look like 35.10.24.2008.");
    public static LocalText CodeTaken { get; } = new("Desa lain memakai kode ini.", "Another village has this code.");
    public static LocalText District { get; } = new("Isi nama kecamatan; belum ada desa di kecamatan ini.", "Tell the district's name; no village of it is known yet.");
    public static LocalText Name { get; } = new("Nama paling panjang 100 huruf, tanpa baris baru dan huruf yang tidak tampak.", "A name has at most 100 letters, no line breaks and nothing invisible.");
    public static LocalText PostalCode { get; } = new("Kode pos terdiri dari lima angka, atau kosong.", "A postal code has five digits, or is empty.");
    public static LocalText Slug { get; } = new(
        "Alamat terdiri dari huruf kecil, angka, dan tanda hubung, dan bukan kata yang sudah dipakai situs.",
        "An address has small letters, digits and hyphens, and is no word that the site itself uses.");
    public static LocalText SlugTaken { get; } = new("Desa lain memakai alamat ini.", "Another village has this address.");
    public static LocalText HostName { get; } = new("Isi dengan nama host seperti tamansari.desa.id.", "Must be a host name such as tamansari.desa.id.");
    public static LocalText HostNameOfInstallation { get; } = new("Nama host ini milik portal.", "This host name is the portal's.");
    public static LocalText HostNameTaken { get; } = new("Desa lain memakai nama host ini.", "Another village has this host name.");
    public static LocalText TimeZone { get; } = new("Isi dengan zona waktu seperti Asia/Jakarta.", "Must be a time zone such as Asia/Jakarta.");
    public static LocalText Location { get; } = new("Isi lintang dari -90 sampai 90 dan bujur dari -180 sampai 180.", "Must have a latitude from -90 to 90 and a longitude from -180 to 180.");
    public static LocalText Regency { get; } = new("Isi nama kabupaten; desa ini di luar kabupaten kita.", "Tell the regency's name; this village lies outside ours.");
    public static LocalText Accent { get; } = new("Isi dengan warna seperti #0f6b50, cukup gelap di atas putih (4,5:1).", "Must be a colour such as #0f6b50, dark enough on white (4.5:1).");
    public static LocalText Stale { get; } = new(
        "Orang lain lebih dahulu mengubah desa ini. Isian di bawah memuat yang Anda ketik; bandingkan dengan yang sekarang berlaku, lalu simpan lagi.",
        "Someone else changed this village first. The fields hold what you typed; compare with what holds now, and save again.");
    public static LocalText TooLong { get; } = new("Terlalu panjang.", "This is too long.");
    public static LocalText WhatsApp { get; } = new("Isi dengan angka saja, diawali kode negara, seperti 6281234567890.", "Must be digits alone, with the country code first, such as 6281234567890.");
    public static LocalText Email { get; } = new("Isi dengan alamat surel seperti kantor@desa.id.", "Must be an e-mail address such as kantor@desa.id.");
    public static LocalText Hours { get; } = new("Jam tutup harus sesudah jam buka.", "It must close after it opens.");
    public static LocalText File { get; } = new("Desa tidak menyimpan berkas ini.", "The village keeps no such file.");
    public static LocalText Term { get; } = new("Akhir masa jabatan harus sesudah awalnya.", "The term must end after it begins.");
    public static LocalText TooMany { get; } = new("Paling banyak 200.", "There can be 200 at most.");
    public static LocalText NotNegative { get; } = new("Tidak boleh kurang dari nol.", "Must not be less than zero.");
}

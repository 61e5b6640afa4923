namespace SmartKampung.Residents.People;

/// <summary>What invented people learnt and live on, by age.</summary>
static class DemoWork
{
    static readonly string[] Mens = ["Petani/Pekebun", "Petani/Pekebun", "Buruh Tani/Perkebunan", "Karyawan Swasta", "Buruh Harian Lepas", "Peternak", "Perdagangan", "Konstruksi", "Transportasi", "Pegawai Negeri Sipil"];
    static readonly string[] Womens = ["Mengurus Rumah Tangga", "Mengurus Rumah Tangga", "Mengurus Rumah Tangga", "Petani/Pekebun", "Perdagangan", "Karyawan Swasta", "Buruh Tani/Perkebunan", "Tukang Jahit"];
    static readonly string[] Schools = ["Tamat SD/Sederajat", "Tamat SD/Sederajat", "SLTP/Sederajat", "SLTP/Sederajat", "SLTA/Sederajat", "SLTA/Sederajat", "SLTA/Sederajat", "Diploma IV/Strata I"];

    public static string Occupation(Random random, DemoPerson person) => person.Age switch
    {
        < 6 => "Belum/Tidak Bekerja",
        < 19 => "Pelajar/Mahasiswa",
        > 66 => random.Next(2) == 0 ? "Petani/Pekebun" : "Belum/Tidak Bekerja",
        _ => person.IsMale ? Mens[random.Next(Mens.Length)] : Womens[random.Next(Womens.Length)],
    };

    public static string Education(Random random, DemoPerson person) => person.Age switch
    {
        < 7 => "Tidak/Belum Sekolah",
        < 13 => "Belum Tamat SD/Sederajat",
        < 16 => "Tamat SD/Sederajat",
        < 19 => "SLTP/Sederajat",
        _ => Schools[random.Next(Schools.Length)],
    };
}

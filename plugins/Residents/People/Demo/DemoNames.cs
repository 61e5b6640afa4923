namespace SmartKampung.Residents.People;

/// <summary>Names of invented people, as they are usual between Licin and Ijen.</summary>
static class DemoNames
{
    static readonly string[] Men =
    [
        "Agus", "Bambang", "Budi", "Cahyo", "Dedi", "Eko", "Fajar", "Gatot", "Hadi", "Hendra", "Imam", "Joko", "Kasim", "Lukman", "Mulyono", "Nanang", "Paijan", "Rahmat", "Rudi", "Samsul",
        "Slamet", "Sugeng", "Suparno", "Sutrisno", "Teguh", "Tri", "Untung", "Wahyu", "Wawan", "Yanto", "Yusuf", "Zainal",
    ];

    static readonly string[] Women =
    [
        "Aminah", "Ani", "Ayu", "Dewi", "Dian", "Endang", "Fitri", "Halimah", "Indah", "Ika", "Kartini", "Lestari", "Lilik", "Maryam", "Murni", "Ningsih", "Nur", "Puji", "Ratna", "Rini",
        "Rukmini", "Sari", "Siti", "Sri", "Sulastri", "Supiyah", "Titin", "Tutik", "Umi", "Wati", "Yuni", "Zulaikha",
    ];

    static readonly string[] MensSecond = ["Santoso", "Susilo", "Hidayat", "Setiawan", "Prasetyo", "Wibowo", "Purnomo", "Saputra", "Nugroho", "Kurniawan", "Hariyanto", "Suhartono", "Efendi", "Firmansyah", "Utomo", "Rahman"];

    static readonly string[] WomensSecond = ["Rahayu", "Wulandari", "Handayani", "Astuti", "Puspita", "Utami", "Safitri", "Kusuma", "Anggraini", "Hasanah", "Nurjanah", "Maharani", "Setyowati", "Purwanti", "Rohmah", "Yuliana"];

    /// <summary>Many have one name alone.</summary>
    public static string Pick(Random random, bool isMale)
    {
        var (first, second) = isMale ? (Men, MensSecond) : (Women, WomensSecond);
        var name = first[random.Next(first.Length)];
        return random.Next(5) == 0 ? name : $"{name} {second[random.Next(second.Length)]}";
    }
}

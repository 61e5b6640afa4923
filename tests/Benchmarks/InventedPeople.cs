using SmartKampung.Sdk;

namespace SmartKampung.Benchmarks;

/// <summary>Names and streets as villages have them: a few first names for many people, and "Jalan" before every street.</summary>
static class InventedPeople
{
    static readonly string[] Given = ["Siti", "Muhammad", "Nur", "Ahmad", "Sri", "Budi", "Dewi", "Agus", "Rina", "Slamet", "Kadek", "Wayan", "Putri", "Joko", "Indah", "Hadi", "Yuni", "Tri", "Eko", "Lestari"];
    static readonly string[] Syllables = ["ha", "li", "zah", "wa", "ti", "san", "to", "so", "ku", "mo", "ra", "ni", "ja", "ya", "di", "no", "sa", "ri", "mu", "lyo"];

    static readonly string[] Hamlets = ["Blimbing", "Krajan", "Lereng", "Kidul"];

    public static string Name(Random random) => $"{Given[random.Next(Given.Length)]} {Word(random)} {Word(random)}";

    public static string Street(Random random) => $"Jalan {Word(random)} {random.Next(1, 200)}";

    /// <summary>Four hamlets of two RW with twenty RT each.</summary>
    public static Territory Place(Random random)
    {
        var rw = random.Next(1, 9);
        return new(Hamlets[rw % Hamlets.Length], $"{rw:000}", $"{random.Next(1, 21):000}");
    }

    /// <summary>What somebody types who looks for a name.</summary>
    public static string Typed(string name) => string.Join(' ', name.Split(' ').Take(2).Select(word => word[..Math.Min(4, word.Length)]));

    static string Word(Random random)
    {
        var word = string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}

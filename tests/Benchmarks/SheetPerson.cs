using System.Globalization;
using System.Text;
using SmartKampung.Sdk;

namespace SmartKampung.Benchmarks;

/// <summary>Somebody as a row of OpenSID's sheet.</summary>
sealed record SheetPerson(int Number, string Name, string Nik, string Card, string Street, Territory Place, DateOnly Born, bool IsMale, int Occupation)
{
    public static SheetPerson[] Invent(int count)
    {
        var random = new Random(4711);
        return [.. Enumerable.Range(0, count).Select(number => Of(random, number))];
    }

    static SheetPerson Of(Random random, int number)
    {
        var (born, isMale) = (new DateOnly(1945, 1, 1).AddDays(random.Next(29_000)), random.Next(2) == 0);
        var nik = $"991024{born.Day + (isMale ? 0 : 40):00}{born:MMyy}{number % 10_000:0000}";
        return new(number, InventedPeople.Name(random), nik, $"99102401{number / 3:00000000}", InventedPeople.Street(random), InventedPeople.Place(random), born, isMale, random.Next(1, 89));
    }

    public static byte[] Sheet(IEnumerable<SheetPerson> people)
    {
        var text = new StringBuilder("alamat,dusun,rw,rt,nama,no_kk,nik,sex,tempatlahir,tanggallahir,agama_id,pendidikan_kk_id,pekerjaan_id,status_kawin,kk_level,warganegara_id,golongan_darah_id,status_dasar\n");
        foreach (var person in people)
            text.Append(CultureInfo.InvariantCulture,
                $"{person.Street},{person.Place.Hamlet},{person.Place.RwNumber},{person.Place.RtNumber},{person.Name},{person.Card},{person.Nik},{(person.IsMale ? 1 : 2)},Banyuwangi,{person.Born:yyyy-MM-dd},1,{1 + (person.Number % 10)},{person.Occupation},{1 + (person.Number % 4)},{(person.Number % 3 == 0 ? 1 : 4)},1,{1 + (person.Number % 13)},1\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

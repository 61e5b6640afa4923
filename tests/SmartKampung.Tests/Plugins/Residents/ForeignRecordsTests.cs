using System.Net;
using static SmartKampung.Tests.Plugins.Residents.RegisterVillage;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class ForeignRecordsTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    [Fact]
    public async Task What_is_another_village_s_is_not_there_by_any_address_of_this_one()
    {
        var (village, other) = (await villages.BeginAsync(), await villages.BeginAsync());
        var family = await village.AddFamilyAsync("3510240101200001");
        var (id, second) = (await village.AddAsync("Anita", Here, family), await village.AddAsync("Bono"));
        var own = await other.AddAsync("Cokro");
        using var head = await village.SignInAsync(Roles.HamletHead, new("Krajan"));
        await village.OpenAsync(head, id);
        await head.SubmitAsync($"{village.PathOf(id)}/usul", $"{village.PathOf(id)}/usul", HttpStatusCode.SeeOther, Person("Anita", Here, ("version", "1"), ("note", "Saya lihat"), ("occupation", "Mekanik")));
        var proposal = IdIn(await LinkAsync(village, "usulan"));
        var unit = IdIn(await LinkAsync(village, "wilayah"));

        string[] pages =
        [
            $"orang/{id}", $"orang/{id}/ubah", $"orang/{id}/keluarga", $"orang/{id}/gabung", $"orang/{id}/gabung/{second}", $"orang/{own}/gabung/{id}", $"orang/{id}/usul", $"orang/baru?keluarga={family}",
            $"keluarga/{family}", $"keluarga/{family}/ubah", $"wilayah/{unit}", $"usulan/{proposal}",
        ];
        foreach (var page in pages) await other.Operator.OpenAsync($"{other.Console}/{page}", HttpStatusCode.NotFound);
        string[] posts =
        [
            $"orang/{id}/buka", $"orang/{id}/ubah", $"orang/{id}/keluarga", $"orang/{id}/slip", $"orang/{id}/gabung", $"orang/{id}/gabung/{second}", $"orang/{own}/gabung/{id}", $"orang/{id}/usul",
            $"orang/baru?keluarga={family}", $"keluarga/{family}/buka", $"keluarga/{family}/ubah", $"wilayah/{unit}/jabatan", $"wilayah/{unit}/jabatan/hapus", $"wilayah/{unit}/hapus", $"usulan/{proposal}/tarik",
        ];
        foreach (var post in posts)
            using (var answer = await other.Operator.PostAsync(other.Console, $"{other.Console}/{post}", [.. Person("Diganti", Here), ("purpose", "Ingin tahu"), ("relation", "Anak")]))
                Assert.Equal((post, HttpStatusCode.NotFound), (post, answer.StatusCode));
        Assert.Equal(["Ani•••", "Bon•••"], await village.ListAsync(village.Operator));
    }

    static async Task<string> LinkAsync(RegisterVillage village, string list) =>
        (await village.Operator.OpenAsync($"{village.Console}/{list}")).QuerySelectorAll("main ul.list a, main tbody a")[0].GetAttribute("href")!;

    static string IdIn(string path) => path.Split('/')[^1];
}

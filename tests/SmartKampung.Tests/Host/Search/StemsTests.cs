using SmartKampung.Host.Search.Analysis;

namespace SmartKampung.Tests.Host.Search;

public sealed class StemsTests
{
    [Theory]
    [InlineData("pembangunan", "membangun", "bangunan", "dibangun", "bangun")]
    [InlineData("pertanian", "petani", "bertani", "tani")]
    [InlineData("pendidikan", "mendidik", "didik")]
    [InlineData("pemerintahan", "pemerintah", "memerintah", "perintah")]
    [InlineData("pelayanan", "melayani", "layanan", "dilayani")]
    [InlineData("kesehatan", "menyehatkan", "sehat")]
    [InlineData("penanaman", "menanam", "tanaman", "ditanam", "tanam")]
    [InlineData("pengambilan", "mengambil", "diambil", "ambil")]
    [InlineData("pengumuman", "mengumumkan", "umum")]
    [InlineData("pertemuan", "bertemu", "menemukan", "temu")]
    [InlineData("kebersihan", "membersihkan", "bersih")]
    [InlineData("bantuan", "membantu", "dibantu")]
    [InlineData("pembayaran", "membayar", "dibayar", "bayar")]
    [InlineData("perubahan", "mengubah", "berubah", "ubah")]
    [InlineData("pemilihan", "memilih", "pilihan", "pilih")]
    [InlineData("penulisan", "menulis", "tulisan", "penulis", "tulis")]
    [InlineData("perumahan", "rumah", "rumahnya")]
    [InlineData("bersekolah", "sekolah", "sekolahan")]
    [InlineData("perbaikan", "memperbaiki", "diperbaiki", "baik")]
    [InlineData("kependudukan", "penduduk")]
    [InlineData("permohonan", "memohon", "pemohon", "mohon")]
    [InlineData("pernikahan", "menikah", "nikah")]
    [InlineData("pengajian", "mengaji", "kaji")]
    [InlineData("pelatihan", "melatih", "latihan", "berlatih")]
    [InlineData("wisatawan", "berwisata", "wisata")]
    [InlineData("peternakan", "peternak", "ternak")]
    [InlineData("pemukulan", "memukul", "pukul")]
    [InlineData("penyapu", "menyapu", "sapu")]
    public void Forms_of_one_word_find_each_other(params string[] forms)
    {
        foreach (var text in forms)
            foreach (var typed in forms)
                Assert.True(Finds(typed, text), $"'{typed}' does not find '{text}'.");
    }

    [Theory]
    [InlineData("tempat", "empat")]
    [InlineData("pasar", "asar")]
    [InlineData("tanam", "tanah")]
    [InlineData("jalan", "jala")]
    public void Words_that_only_sound_alike_do_not(string typed, string text) => Assert.False(Finds(typed, text + " lainnya"));

    [Fact]
    public void English_text_is_found_by_its_own_forms()
    {
        const string Text = "The farmers of the village are staying at the beaches with their children";
        Assert.True(Finds("farmer beach", Text));
        Assert.True(Finds("stays villages", Text));
    }

    static bool Finds(string typed, string text) => SearchQuery.Read(typed + " .").Score(TextAnalysis.Analyze([(text, 2)])) > 0;
}

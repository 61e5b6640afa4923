using System.Net;
using System.Text;
using static SmartKampung.Tests.Plugins.Residents.Import.OpenSidSheet;

namespace SmartKampung.Tests.Plugins.Residents.Import;

public sealed class ImportTests(RegisterDesk desk) : IClassFixture<RegisterDesk>
{
    [Fact]
    public async Task Sheet_of_OpenSID_is_looked_through_taken_recognised_and_taken_back()
    {
        var people = Enumerable.Range(1, 8).Select(number => Person(number)).ToList();
        var (path, shown) = await desk.CheckAsync(Xlsx(people), "penduduk.xlsx");
        Assert.Equal("8 0 0 0", shown.Figures());

        Assert.Contains("Selesai: 8 penduduk baru", (await desk.TakeAsync(path)).Text(), StringComparison.Ordinal);
        people[0]["pekerjaan_id"] = "Pedagang";
        people[1]["nama_ibu"] = "-";
        var (again, second) = await desk.CheckAsync(Csv(people));
        Assert.Equal("0 1 7 0", second.Figures());
        Assert.Contains("Petani/Pekebun menjadi Pedagang", second.Text(), StringComparison.Ordinal);
        await desk.TakeAsync(again);

        Assert.Contains("kecuali 1 data", (await desk.TakeBackAsync(path)).Text(), StringComparison.Ordinal);
        var (_, third) = await desk.CheckAsync(Csv(people));
        Assert.Equal("7 0 1 0", third.Figures());
        await desk.TakeBackAsync(again);
        var (_, fourth) = await desk.CheckAsync(Csv(people));
        Assert.Equal("7 1 0 0", fourth.Figures());
    }

    [Fact]
    public async Task Rows_that_are_wrong_are_told_and_all_or_nothing_means_it()
    {
        var (path, shown) = await desk.CheckAsync(Csv(
            Person(101), Person(102, ("nik", "991024320890010")), Person(103, ("nik", "9910243113900103")), Person(104, ("tanggallahir", "31-02-1990")), Person(105, ("agama_id", "Jedi")),
            Person(106, ("nik", "9910241708900101")), Person(107, ("nama", "")), Person(108, ("kk_level", "1"), ("no_kk", "9910240100000026")), Person(109, ("sex", "")), Person(110, ("nik", "0"), ("nama", "BAYI"))));

        Assert.Equal("2 0 0 8", shown.Figures());
        foreach (var told in new[] { "bukan NIK: NIK terdiri atas 16 angka", "tidak ada di kalender", "31-02-1990 bukan tanggal", "Jedi tidak ada dalam daftar", "sudah ada di baris 2", "Nama belum diisi", "sudah punya kepala keluarga", "Jenis kelamin belum diisi", "Belum punya NIK" })
            Assert.Contains(told, shown.Text(), StringComparison.Ordinal);
        var refused = await desk.Operator.SubmitAsync(path, path, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Ada 8 baris yang salah", refused.Text(), StringComparison.Ordinal);
        Assert.Equal("2 0 0 8", (await desk.TakeAsync(path, ("only_good", "true"))).Figures());
        var (_, again) = await desk.CheckAsync(Csv(Person(101), Person(110, ("nik", "0"), ("nama", "Bayi"))));
        Assert.Equal("0 1 1 0", again.Figures());
    }

    [Fact]
    public async Task Own_columns_are_mapped_once_and_remembered()
    {
        static byte[] Own(int first) => Encoding.UTF8.GetBytes($"Siapa;Nomor induk;Kel;Lahir;Kampung;RT;Catatan\nAyu Lestari;9910245708900{first};P;17 Agustus 1990;Dusun Krajan;03;x\n");
        using var answer = await desk.Operator.UploadAsync(Own(201));
        var columns = answer.Headers.Location!.OriginalString;
        Assert.EndsWith("/kolom", columns, StringComparison.Ordinal);
        (string, string)[] chosen = [("fields", "name"), ("fields", "nik"), ("fields", "is_male"), ("fields", "birth_date"), ("fields", "hamlet"), ("fields", "rt_number"), ("fields", "-")];
        var wrong = await desk.Operator.SubmitAsync(columns, columns, HttpStatusCode.UnprocessableEntity, [.. chosen[..^1], ("fields", "nik")]);
        Assert.Contains("hanya boleh dipakai untuk satu kolom", wrong.Text(), StringComparison.Ordinal);
        await desk.Operator.SubmitAsync(columns, columns, HttpStatusCode.SeeOther, chosen);
        await desk.Host.CatchUpAsync();

        Assert.Equal("1 0 0 0", (await desk.Operator.OpenAsync(columns[..^"/kolom".Length])).Figures());
        var (_, next) = await desk.CheckAsync(Own(202));
        Assert.Equal("1 0 0 0", next.Figures());
    }

    [Fact]
    public async Task Cells_that_cannot_be_believed_are_told()
    {
        var formula = Person(301, ("nama", "=CONCATENATE(A1)"));
        var number = Person(302, ("nik", "#9910241708900302"));
        var day = Person(303, ("tanggallahir", "~33102"));
        var (_, shown) = await desk.CheckAsync(Xlsx(formula, number, day), "penduduk.xlsx");

        Assert.Equal("1 0 0 2", shown.Figures());
        Assert.Contains("berisi rumus", shown.Text(), StringComparison.Ordinal);
        Assert.Contains("digit terakhirnya hilang", shown.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Tanggal lahir dalam NIK", shown.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_sheet_is_told_beside_the_field()
    {
        (byte[] Content, string Message)[] files =
        [
            ([], "tidak berisi"),
            (Csv(), "tidak berisi baris"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Excel lama"),
            ([.. "nama,nik\n"u8, 0xE9, 0xFF], "CSV UTF-8"),
            ([0x50, 0x4B, 3, 4, 1, 2, 3, 4, 5], "rusak"),
            (Workbook.Zip(("apa.txt", "halo")), "bukan CSV dan bukan Excel"),
            (Workbook.Zip(("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>")), "rusak"),
            (Workbook.Zip(("xl/worksheets/sheet1.xml", "<worksheet>" + new string(' ', 201 * 1024 * 1024))), "lebih dari 200 MB"),
            ([.. "\0\0\0gambar\0"u8], "bukan CSV dan bukan Excel"),
        ];
        foreach (var (content, message) in files)
        {
            using var answer = await desk.Operator.UploadAsync(content);
            var page = await answer.Content.ReadAsStringAsync(RegisterDesk.Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{message}: {answer.StatusCode}");
            Assert.Contains(message, page, StringComparison.Ordinal);
        }
    }
}

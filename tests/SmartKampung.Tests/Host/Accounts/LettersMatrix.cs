namespace SmartKampung.Tests.Host.Accounts;

/// <summary>The part of <see cref="Matrix" /> that is about letters.</summary>
static class LettersMatrix
{
    public const string Keyed = "POST /api/villages/{code}/letters/preview";

    static readonly Person[] Residents = [.. NewsMatrix.Residents.Except([Person.Auditor])];
    static readonly Person[] Registrars = [Person.Secretary, Person.Administrator, Person.RegencyAdministratorOnVisit];
    static readonly Person[] Revokers = [.. Registrars, Person.Head];
    static readonly Person[] Signers = [.. Revokers, Person.DistrictStaff, Person.DistrictHead];
    static readonly Person[] Typists = [Person.Operator, Person.Administrator, Person.RegencyAdministratorOnVisit];
    static readonly Person[] Deciding = [.. Matrix.Writers, Person.NeighborhoodHead, Person.HamletHead, Person.DistrictStaff, Person.DistrictHead];

    public static (Person[] Who, string Lines)[] Table { get; } =
    [
        (NewsMatrix.Residents, """
            GET /DESA/surat/nilai/{id:guid}
            GET /DESA/surat/permohonan/{id:guid}
            GET /DESA/surat/permohonan/{id:guid}/data
            GET /DESA/surat/permohonan/{id:guid}/dokumen/{key}
            GET /DESA/surat/permohonan/{id:guid}/draf.pdf
            GET /DESA/surat/permohonan/{id:guid}/lampiran/{file}
            GET /DESA/surat/permohonan/{id:guid}/periksa
            GET /DESA/surat/permohonan/{id:guid}/tanya/{key}
            GET /DESA/surat/permohonan/{id:guid}/tanya/{key}/{row:int}
            GET /DESA/surat/saya
            GET /DESA/surat/unduh/{id:guid}
            GET /DESA/surat/{slug}/ajukan
            """),
        (Residents, """
            POST /DESA/surat/nilai/{id:guid}
            POST /DESA/surat/permohonan/{id:guid}/batal
            POST /DESA/surat/permohonan/{id:guid}/dokumen/{key}
            POST /DESA/surat/permohonan/{id:guid}/dokumen/{key}/hapus
            POST /DESA/surat/permohonan/{id:guid}/dokumen/{key}/lewati
            POST /DESA/surat/permohonan/{id:guid}/kirim
            POST /DESA/surat/permohonan/{id:guid}/tanya/{key}
            POST /DESA/surat/permohonan/{id:guid}/tanya/{key}/{row:int}
            POST /DESA/surat/permohonan/{id:guid}/tanya/{key}/{row:int}/hapus
            POST /DESA/surat/permohonan/{id:guid}/ulang
            POST /DESA/surat/{slug}/ajukan
            """),
        ([.. Deciding, Person.Auditor], """
            GET /DESA/kelola/letters
            GET /DESA/kelola/letters/permohonan/{id:guid}
            GET /DESA/kelola/letters/permohonan/{id:guid}/lampiran/{file}
            """),
        (Deciding, """
            POST /DESA/kelola/letters/ambil
            POST /DESA/kelola/letters/permohonan/{id:guid}/kabari
            POST /DESA/kelola/letters/permohonan/{id:guid}/minta
            POST /DESA/kelola/letters/permohonan/{id:guid}/setujui
            POST /DESA/kelola/letters/permohonan/{id:guid}/teruskan
            POST /DESA/kelola/letters/permohonan/{id:guid}/tolak
            POST /DESA/kelola/letters/teruskan
            """),
        ([.. Matrix.Writers, Person.Auditor], """
            GET /DESA/kelola/letters/buku
            GET /DESA/kelola/letters/buku/agenda.pdf
            GET /DESA/kelola/letters/buku/agenda.xlsx
            GET /DESA/kelola/letters/buku/masuk
            GET /DESA/kelola/letters/buku/masuk/{at}
            GET /DESA/kelola/letters/buku/nomor/{id:guid}
            GET /DESA/kelola/letters/loket
            GET /DESA/kelola/letters/loket/{resident:guid}
            GET /DESA/kelola/letters/loket/{resident:guid}/{slug}
            GET /DESA/kelola/letters/statistik
            GET /DESA/kelola/letters/surat/{id:guid}
            GET /DESA/kelola/letters/surat/{id:guid}/unduh
            """),
        (Matrix.Writers, """
            POST /DESA/kelola/letters/buku/masuk/{at}
            POST /DESA/kelola/letters/buku/nomor
            POST /DESA/kelola/letters/buku/nomor/{id:guid}
            POST /DESA/kelola/letters/loket/{resident:guid}/{slug}
            POST /DESA/kelola/letters/permohonan/{id:guid}/diambil
            POST /DESA/kelola/letters/surat/{id:guid}/betulkan
            """),
        ([.. Typists, Person.Auditor], """
            GET /DESA/kelola/letters/jenis
            GET /DESA/kelola/letters/jenis/baru
            GET /DESA/kelola/letters/jenis/bawa
            GET /DESA/kelola/letters/jenis/{slug}
            GET /DESA/kelola/letters/jenis/{slug}/beda
            GET /DESA/kelola/letters/jenis/{slug}/berkas
            GET /DESA/kelola/letters/jenis/{slug}/dasar
            GET /DESA/kelola/letters/jenis/{slug}/dokumen/{at}
            GET /DESA/kelola/letters/jenis/{slug}/isi
            GET /DESA/kelola/letters/jenis/{slug}/langkah/{at}
            GET /DESA/kelola/letters/jenis/{slug}/pertanyaan/{at}
            GET /DESA/kelola/letters/jenis/{slug}/pratinjau
            """),
        (Typists, """
            POST /DESA/kelola/letters/jenis/baru
            POST /DESA/kelola/letters/jenis/bawa
            POST /DESA/kelola/letters/jenis/{slug}/dasar
            POST /DESA/kelola/letters/jenis/{slug}/dokumen/{at}
            POST /DESA/kelola/letters/jenis/{slug}/isi
            POST /DESA/kelola/letters/jenis/{slug}/kembalikan
            POST /DESA/kelola/letters/jenis/{slug}/langkah/{at}
            POST /DESA/kelola/letters/jenis/{slug}/pertanyaan/{at}
            POST /DESA/kelola/letters/jenis/{slug}/pratinjau
            POST /DESA/kelola/letters/jenis/{slug}/tawarkan
            POST /DESA/kelola/letters/jenis/{slug}/tetap
            POST /DESA/kelola/letters/jenis/{slug}/{list}/{at:int}/hapus
            POST /DESA/kelola/letters/jenis/{slug}/{list}/{at:int}/naik
            """),
        (Matrix.Districts, """
            GET /kelola/letters
            GET /kelola/letters/jenis
            GET /kelola/letters/jenis/unggah
            GET /kelola/letters/jenis/{area}/{slug}
            GET /kelola/letters/jenis/{area}/{slug}/berkas
            GET /kelola/letters/jenis/{area}/{slug}/ubah
            GET /kelola/letters/register
            GET /kelola/letters/register/{district}
            """),
        ([.. Matrix.Districts.Except([Person.Auditor])], """
            POST /kelola/letters/jenis/unggah
            POST /kelola/letters/jenis/{area}/{slug}/tarik
            POST /kelola/letters/jenis/{area}/{slug}/ubah
            POST /kelola/letters/register/{district}
            """),
        ([.. Signers, Person.Auditor], """
            GET /DESA/kelola/letters/tanda-tangan
            GET /DESA/kelola/letters/tanda-tangan/{id:guid}
            GET /DESA/kelola/letters/tanda-tangan/{id:guid}/pratinjau
            """),
        (Signers, """
            POST /DESA/kelola/letters/tanda-tangan
            """),
        ([.. Revokers, Person.Auditor], """
            GET /DESA/kelola/letters/pemusnahan
            GET /DESA/kelola/letters/pemusnahan/usul.pdf
            GET /DESA/kelola/letters/pemusnahan/{id:guid}/berita-acara.pdf
            """),
        (Revokers, """
            POST /DESA/kelola/letters/buku/nomor/{id:guid}/batal
            POST /DESA/kelola/letters/pemusnahan
            POST /DESA/kelola/letters/surat/{id:guid}/cabut
            """),
        ([.. Registrars, Person.Auditor], """
            GET /DESA/kelola/letters/pejabat
            GET /DESA/kelola/letters/pejabat/{at}
            GET /DESA/kelola/letters/register
            GET /DESA/kelola/letters/register/{at}
            """),
        (Registrars, """
            POST /DESA/kelola/letters/pejabat/{at}
            POST /DESA/kelola/letters/pejabat/{at}/hapus
            POST /DESA/kelola/letters/register/{at}
            """),
    ];
}

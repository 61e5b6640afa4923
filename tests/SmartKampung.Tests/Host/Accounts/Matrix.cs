namespace SmartKampung.Tests.Host.Accounts;

enum Person
{
    Nobody,
    Resident,
    Operator,
    Administrator,
    AdministratorElsewhere,
    DistrictStaff,
    RegencyAdministrator,
    Auditor,
}

/// <summary>Who may enter what, in the village of <see cref="TestHost.DemoCode" />. A new endpoint needs a line here.</summary>
static class Matrix
{
    static readonly Person[] All = Enum.GetValues<Person>();
    static readonly Person[] SignedIn = [.. All.Except([Person.Nobody])];
    static readonly Person[] Console = [Person.Operator, Person.Administrator, Person.DistrictStaff, Person.RegencyAdministrator, Person.Auditor];
    static readonly Person[] Writers = [Person.Operator, Person.Administrator, Person.RegencyAdministrator];
    static readonly Person[] Managers = [Person.Administrator, Person.RegencyAdministrator];

    public static IReadOnlyDictionary<string, Person[]> Rows { get; } = Read(
        (All, """
            GET /health/live
            GET /health/ready
            GET /openapi/favicon.svg
            GET /openapi/scalar.aspnetcore.js
            GET /openapi/scalar.js
            GET /openapi/{documentName?}
            GET /openapi/{documentName}.json
            GET /api/modules
            GET /api/regency/modules
            GET /api/districts/{code}/modules
            GET /api/villages
            GET /api/villages/{code}
            GET /api/villages/{code}/modules
            GET /api/villages/{code}/profile
            """),
        (SignedIn, """
            GET /akun
            POST /akun/aplikasi
            GET /akun/aplikasi
            POST /akun/aplikasi/kode
            POST /akun/aplikasi/lepas
            GET /akun/data
            POST /akun/kode-cadangan
            GET /akun/kunci-sandi
            POST /akun/kunci-sandi
            POST /akun/kunci-sandi/pilihan
            GET /akun/kunci-sandi/{id:guid}
            POST /akun/kunci-sandi/{id:guid}
            POST /akun/kunci-sandi/{id:guid}/hapus
            GET /akun/langkah-kedua
            POST /akun/langkah-kedua
            POST /akun/langkah-kedua/demo
            GET /akun/login
            POST /akun/login
            GET /akun/nama
            POST /akun/nama
            GET /akun/peran
            GET /akun/perangkat
            POST /akun/perangkat/lain/keluar
            POST /akun/perangkat/{id:guid}/keluar
            GET /akun/sandi
            POST /akun/sandi
            GET /akun/tutup
            POST /akun/tutup
            GET /masuk/lanjut
            POST /slip/tambah
            """),
        (Console, "GET /DESA/kelola"),
        ([.. Writers, Person.Auditor], "GET /DESA/kelola/news"),
        (Writers, "POST /DESA/bukutamu/{id:guid}/hapus"),
        ([.. Managers, Person.Auditor], """
            GET /DESA/kelola/modul
            GET /DESA/kelola/modul/{id}
            GET /DESA/kelola/modul/{id}/matikan
            GET /DESA/kelola/orang
            GET /DESA/kelola/orang/{id:guid}/cabut
            """),
        (Managers, """
            POST /DESA/kelola/modul/{id}
            POST /DESA/kelola/modul/{id}/matikan
            POST /DESA/kelola/modul/{id}/nyalakan
            POST /DESA/kelola/orang/slip
            POST /DESA/kelola/orang/slip/{id:guid}/batalkan
            POST /DESA/kelola/orang/{id:guid}/cabut
            POST /DESA/kelola/orang/{id:guid}/slip
            """),
        // A browser's session is worth nothing at the API: it asks for the key.
        ([], """
            POST /api/modules/rescan
            POST /api/portal/rebuild
            GET /api/portal/rebuild/{id:guid}
            PUT /api/regency/modules/{id}
            DELETE /api/regency/modules/{id}
            GET /api/regency/settings/{module}
            PUT /api/regency/settings/{module}
            GET /api/regency/templates/{owner}/{name}
            PUT /api/regency/templates/{owner}/{name}
            DELETE /api/regency/templates/{owner}/{name}
            PUT /api/districts/{code}/modules/{id}
            DELETE /api/districts/{code}/modules/{id}
            GET /api/districts/{code}/settings/{module}
            PUT /api/districts/{code}/settings/{module}
            GET /api/districts/{code}/templates/{owner}/{name}
            PUT /api/districts/{code}/templates/{owner}/{name}
            DELETE /api/districts/{code}/templates/{owner}/{name}
            POST /api/villages
            POST /api/villages/import
            PATCH /api/villages/{code}
            DELETE /api/villages/{code}
            POST /api/villages/{code}/actions/merge
            POST /api/villages/{code}/actions/recode
            POST /api/villages/{code}/actions/split
            GET /api/villages/{code}/documents
            POST /api/villages/{code}/documents
            GET /api/villages/{code}/events
            POST /api/villages/{code}/events/retry
            GET /api/villages/{code}/indicators
            GET /api/villages/{code}/jobs
            GET /api/villages/{code}/notifications
            PUT /api/villages/{code}/profile
            PUT /api/villages/{code}/modules/{id}
            DELETE /api/villages/{code}/modules/{id}
            GET /api/villages/{code}/settings/{module}
            PUT /api/villages/{code}/settings/{module}
            GET /api/villages/{code}/templates/{owner}/{name}
            PUT /api/villages/{code}/templates/{owner}/{name}
            DELETE /api/villages/{code}/templates/{owner}/{name}
            POST /api/villages/{code}/news/articles
            PUT /api/villages/{code}/news/articles/{id:guid}
            DELETE /api/villages/{code}/news/articles/{id:guid}
            POST /api/villages/{code}/news/articles/{id:guid}/publish
            POST /api/villages/{code}/news/articles/{id:guid}/archive
            POST /api/villages/{code}/news/announcements
            PUT /api/villages/{code}/news/announcements/{id:guid}
            DELETE /api/villages/{code}/news/announcements/{id:guid}
            POST /api/villages/{code}/news/agenda
            PUT /api/villages/{code}/news/agenda/{id:guid}
            DELETE /api/villages/{code}/news/agenda/{id:guid}
            POST /api/villages/{code}/news/pictures
            """));

    static Dictionary<string, Person[]> Read(params (Person[] Who, string Lines)[] table) =>
        (from part in table from line in part.Lines.Split('\n') select (line, part.Who)).ToDictionary(row => row.line.Trim(), row => row.Who);
}

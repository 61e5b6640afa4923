using System.Net;
using System.Text;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.Letters.Lives;
using SmartKampung.Tests.Plugins.Residents.Import;

namespace SmartKampung.Tests.Plugins.Letters.Walk;

/// <summary>A village in which all that the modules keep is about one resident, whose data no other document of the installation holds.</summary>
sealed class MarkedVillage(LettersVillage village) : IDisposable
{
    public const string Nik = "3510245708909917";
    public const string Name = "Zubaidahmarka Qurrotuaynimarka";
    public const string Number = "Z9917/001/2026";

    /// <summary>A letter of the catalogue that the village made its own.</summary>
    public const string Changed = "domisili";

    /// <summary>What nobody may see but the resident and who works on their letters.</summary>
    public static readonly string[] Secrets = [Nik, "3510240101209917", "Zubaidahmarka", "Qurrotuaynimarka", "Ngadimunmarka", "Kemuningmarka", "ziarahmarka", "kartumarka", "99177417", "marka9917@contoh.id", Number];

    const string Children = """{ "key": "children", "kind": "group", "min": 0, "max": 3, "label": { "indonesian": "Anak" }, "fields": [ { "key": "name", "kind": "text", "label": { "indonesian": "Nama" } } ] }""";

    static readonly byte[] Card = Encoding.ASCII.GetBytes("%PDF-1.4\n% kartumarka\n%%EOF\n");

    readonly List<StaffBrowser> browsers = [];

    public LettersVillage Village => village;

    public StaffBrowser Resident { get; private set; } = null!;

    public StaffBrowser Secretary { get; private set; } = null!;

    public StaffBrowser Head { get; private set; } = null!;

    /// <summary>Somebody else, for what names two people.</summary>
    public Guid Neighbour { get; private set; }

    public Guid Person { get; private set; }

    string Register => $"{village.Site}/kelola/residents";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<MarkedVillage> BeginAsync(LettersVillage village)
    {
        var marked = new MarkedVillage(village);
        await marked.FillRegisterAsync();
        await marked.FillLettersAsync();
        return marked;
    }

    public void Dispose()
    {
        foreach (var browser in browsers) browser.Dispose();
        village.Operator.Dispose();
    }

    async Task FillRegisterAsync()
    {
        var family = await AddAsync($"{Register}/keluarga/baru", ("card_number", "3510240101209917"), ("address", "Jalan Kemuningmarka 77"), ("place", "Krajan/001/001"), ("version", "0"));
        Person = await AddAsync($"{Register}/orang/baru?keluarga={family}", Typed(("nik", Nik), ("name", Name), ("father_name", "Ngadimunmarka"), ("phone", "0812-9917-7417"), ("email", "marka9917@contoh.id")));
        Neighbour = await village.EnterAsync("Agus Salim");
        using var head = await village.SignInAsync(Roles.NeighborhoodHead, territory: LettersVillage.Here);
        await head.SubmitAsync($"{Register}/orang/{Person}", $"{Register}/orang/{Person}/buka", HttpStatusCode.SeeOther, ("purpose", "Mengusulkan"));
        await head.SubmitAsync($"{Register}/orang/{Person}/usul", $"{Register}/orang/{Person}/usul", HttpStatusCode.SeeOther, Typed(("nik", Nik), ("name", Name), ("occupation", "Guru"), ("note", "Ngadimunmarka")));
        using var sheet = await LettersVillage.UploadAsync(village.Operator, $"{Register}/impor", $"{Register}/impor", "file", "penduduk.csv", OpenSidSheet.Csv(OpenSidSheet.Person(1, ("nama", Name.ToUpperInvariant()), ("alamat", "Jalan Kemuningmarka 78"))));
        Assert.Equal(HttpStatusCode.SeeOther, sheet.StatusCode);
        await village.Host.CatchUpAsync();
        await village.Operator.SubmitAsync($"{Register}/orang/{Person}", $"{Register}/orang/{Person}/buka", HttpStatusCode.SeeOther, ("purpose", "Memeriksa"));
    }

    async Task FillLettersAsync()
    {
        (Resident, Secretary, Head) = (Keep(await village.SignInAsync(Person, Name)), Keep(await village.SignInAsync(Roles.Secretary)), Keep(await village.SignInAsync(Roles.Head)));
        await village.BringTypeAsync(Sample.Type(fields: $"{Sample.Purpose}, {Children}"));
        var register = $"{village.Desk}/register/baru";
        await Secretary.SubmitAsync(register, register, HttpStatusCode.SeeOther, ("name", "Umum"), ("use", "letters"), ("scope", "all"), ("reset", "yearly"), ("start", "1"), ("format", "Z9917/{seq:000}/{year}"));
        await Secretary.SubmitAsync($"{village.Desk}/pejabat/baru", $"{village.Desk}/pejabat/baru", HttpStatusCode.SeeOther, ("role", Roles.Head), ("by", Roles.Head), ("capacity", "holder"), ("name", "Rizal Sahputra"), ("title", ""), ("from", "2026-01-01"));
        await Secretary.SubmitAsync($"{village.Desk}/buku/masuk/baru", $"{village.Desk}/buku/masuk/baru", HttpStatusCode.SeeOther, ("from", "Camat"), ("subject", "Undangan"), ("received", "2026-11-20"));
        var changed = $"{village.Desk}/jenis/{Changed}/dasar";
        await village.Operator.SubmitAsync(changed, changed, HttpStatusCode.SeeOther, ("version", "0"), ("name", "Surat domisili kami"), ("audience", "self"), ("promised_hours", "3"), ("size", "f4"));
        await FinishAsync(await AskAsync(), isSigned: true);
        await FinishAsync(await AskAsync(), isSigned: false);
        await AskAsync(isSent: false);
        await AskBackAsync(await AskAsync());
        await village.Host.CatchUpAsync();
    }

    /// <summary>As the resident does it on a phone.</summary>
    async Task<string> AskAsync(bool isSent = true)
    {
        var writer = new Writer(Resident);
        var begun = await writer.PostAsync($"{village.Site}/surat/{Sample.Slug}/ajukan", ("token", Guid.NewGuid().ToString()), ("resident", Person.ToString()));
        var request = begun[..^"/data".Length];
        await writer.PostAsync($"{request}/tanya/purpose", ("answer", "ziarahmarka ke Ampel"));
        await writer.PostAsync($"{request}/tanya/children/0", ("name", "Ngadimunmarka"));
        await writer.PostAsync($"{request}/tanya/children");
        using (await LettersVillage.AttachAsync(Resident, $"{request}/dokumen/ktp", Card, "ktp.pdf")) { }
        if (isSent) Assert.NotEmpty(await writer.PostAsync($"{request}/kirim"));
        return request;
    }

    async Task FinishAsync(string request, bool isSigned)
    {
        using var neighbourhood = await village.SignInAsync(Roles.NeighborhoodHead, territory: LettersVillage.Here);
        await village.ApproveAsync(neighbourhood, request);
        await village.ApproveAsync(village.Operator, request);
        if (isSigned) Assert.NotEmpty(await new Writer(Head).PostAsync($"{village.Desk}/tanda-tangan", ("letters", request.Split('/')[^1])));
    }

    async Task AskBackAsync(string request)
    {
        using var neighbourhood = await village.SignInAsync(Roles.NeighborhoodHead, territory: LettersVillage.Here);
        var version = (await neighbourhood.OpenAsync(village.AtDesk(request))).QuerySelector("input[name=version]")!.GetAttribute("value")!;
        await neighbourhood.SubmitAsync(village.AtDesk(request), $"{village.AtDesk(request)}/minta", HttpStatusCode.SeeOther,
            ("version", version), ("keys", "ktp"), ("keys", "purpose"), ("keys", "children"), ("reason", "Foto Ngadimunmarka buram"));
    }

    async Task<Guid> AddAsync(string page, params (string Name, string Value)[] fields)
    {
        using var answer = await village.Operator.PostAsync(page, page, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Stop));
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('?')[0].Split('/')[^1]);
    }

    StaffBrowser Keep(StaffBrowser browser)
    {
        browsers.Add(browser);
        return browser;
    }

    static (string Name, string Value)[] Typed(params (string Name, string Value)[] fields) =>
    [
        ("sex", "female"), ("birth_date", "1990-08-17"), ("birth_place", "Banyuwangi"), ("nationality", "WNI"), ("state", "living"),
        ("address", "Jalan Kemuningmarka 77"), ("place", "Krajan/001/001"), ("version", "0"), .. fields,
    ];
}

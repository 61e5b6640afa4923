[assembly: AssemblyFixture(typeof(SmartKampung.Browser.Consoles.Office))]

namespace SmartKampung.Browser.Consoles;

/// <summary>A host with the demo accounts, where people have worked before: there is a picture, a page of the village's own, a slip and a roll-out. Tests change nothing.</summary>
public sealed class Office : IAsyncLifetime
{
    /// <summary>The theme as it stands, with the libraries that its build brings.</summary>
    internal static string Theme => "--Site:Theme=" + Repository.Path("templates", "default");

    /// <summary>What is asked here is whether it works, on a machine that does all tests at once.</summary>
    static readonly string[] Patient = ["--Modules:RequestSeconds=120", "--Papers:Seconds=120"];

    static readonly string[] People = ["kabupaten", "desa", "operator", "dusun", "camat", "warga", "kades", "sekdes"];

    readonly TemporaryFolder data = new();
    readonly Chromium chromium = new();
    readonly Dictionary<string, Staff> staff = [];
    HostProcess? host;
    HttpClient? nobody;

    public async ValueTask InitializeAsync()
    {
        host = await HostProcess.StartAsync(data.FullName, plugins: Repository.Plugins, options: ["--demo", Theme, .. Patient]);
        nobody = await host.AnonymousAsync();
        await LettersModule.SwitchOnAsync(host);
        foreach (var person in People) staff[person] = await Staff.SignInAsync(nobody.BaseAddress!, person);
        await WorkAsync();
        await chromium.InitializeAsync();
    }

    /// <summary>The requests of a person, or of nobody.</summary>
    public HttpClient ClientOf(string person) => person.Length == 0 ? nobody! : staff[person].Client;

    /// <summary>Opens a page as its person in Indonesian.</summary>
    public async Task<Visit> OpenAsync(ConsoleKind kind, int width)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = nobody!.BaseAddress!.ToString(),
            Locale = "id",
            ViewportSize = new() { Width = width, Height = width < 768 ? 740 : 800 },
        });
        if (kind.Person.Length > 0) await context.AddCookiesAsync(staff[kind.Person].Cookies);
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.GoAsync(await kind.AddressAsync(ClientOf(kind.Person), "id"));
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        foreach (var person in staff.Values) person.Dispose();
        nobody?.Dispose();
        if (host is not null) await host.DisposeAsync();
        data.Dispose();
    }

    async Task WorkAsync()
    {
        const string Console = ConsoleKind.Village + "/kelola";
        var picture = await File.ReadAllBytesAsync(Repository.Path("templates", "default", "assets", "img", "share.jpg"));
        await staff["desa"].UploadAsync($"{Console}/media", $"{Console}/media", "sawah.jpg", picture, ("alt", "Sawah di lereng Ijen"));
        var nameless = await File.ReadAllBytesAsync(Repository.Path("docs", "picture.png"));
        await staff["desa"].UploadAsync($"{Console}/media", $"{Console}/media", "tanpa keterangan.png", nameless, ("alt", ""));
        await staff["desa"].PostAsync($"{Console}/tampilan/halaman/baru", $"{Console}/tampilan/halaman/baru", ("version", "0"), ("title", "Sejarah desa"), ("title_en", ""), ("slug", ""), ("body", "<p>Dahulu hutan.</p>"), ("body_en", ""));
        await staff["desa"].PostAsync($"{Console}/orang", $"{Console}/orang/slip", ("name", "Siti Rahmawati"), ("role", "secretary"), ("hamlet", ""), ("rw_number", ""), ("rt_number", ""));
        await staff["kabupaten"].PostAsync(
            "/kelola/peluncuran/periksa?module=news&direction=on&target=district&district=35.10.20", "/kelola/peluncuran",
            ("key", Guid.NewGuid().ToString()), ("module", "news"), ("direction", "on"), ("target", "district"), ("district", "35.10.20"));
        await AskForLettersAsync($"{Console}/letters/loket/de300000-0000-0000-0000-000000000005");
    }

    /// <summary>One letter that waits for the head's signature, and one that waits for the RT.</summary>
    async Task AskForLettersAsync(string person)
    {
        await staff["operator"].PostAsync(
            $"{person}/kehilangan", $"{person}/kehilangan",
            ("token", Guid.NewGuid().ToString()), ("item", "Kartu ATM BRI"), ("details", "Atas nama sendiri"), ("lost_on", ""), ("lost_in", ""), ("seen", "true"));
        await staff["operator"].PostAsync(
            $"{person}/domisili", $"{person}/domisili", ("token", Guid.NewGuid().ToString()), ("purpose", "membuka rekening"), ("since", ""), ("seen", "true"), ("brought", "false"));
    }
}

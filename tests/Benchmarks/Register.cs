using System.Diagnostics;
using SmartKampung.Sdk;

namespace SmartKampung.Benchmarks;

/// <summary>The register as staff have it before them, with 2,000 people and with 20,000: brought by a sheet, looked for by page, counted; and the memory that this takes.</summary>
static class Register
{
    const int Few = 2_000;
    const int Many = 20_000;
    const int Rounds = 100;

    /// <summary>So many that what a page runs is compiled as well as in a host that has been up for minutes.</summary>
    const int Warming = 200;
    const string Village = "/api/villages/35.10.24.2008";
    const string Console = "/tamansari-licin/kelola/residents";
    const string Import = $"{Console}/impor";
    const string Operator = "operator@demo.example";
    const string HeadOfRt = "rt@demo.example";
    const string HeadOfHamlet = "dusun@demo.example";

    public static async Task<IReadOnlyList<Row>> MeasureAsync(string published)
    {
        using var data = new TemporaryFolder();
        using (var news = new PluginFolders().AddNews())
        {
            // So that the demo village has its people from here alone.
            await using var host = await HostProcess.StartAsync(data.FullName, published, news.FullName);
            await host.StopAsync();
        }

        var people = SheetPerson.Invent(Many);
        await BringAsync(published, data.FullName, people[..Few]);
        var (_, few) = await UseAsync(published, data.FullName, people[..Few]);
        var brought = await BringAsync(published, data.FullName, people[Few..]);
        var (rows, many) = await UseAsync(published, data.FullName, people);
        return
        [
            new($"{Many - Few:N0} people brought by a sheet", $"{brought.TotalSeconds:0.0} s", "20,000 under a minute"),
            .. rows,
            new("memory after that, 2,000 people", $"{few} MB", ""),
            new("memory after that, 20,000 people", $"{many} MB", "not growing"),
        ];
    }

    /// <summary>Uploads a sheet, looks at its report and takes it.</summary>
    static async Task<TimeSpan> BringAsync(string published, string data, IEnumerable<SheetPerson> people)
    {
        await using var host = await HostProcess.StartAsync(data, published, null, "--demo");
        using var administrator = await host.AdministratorAsync();
        (await administrator.PutAsync($"{Village}/modules/residents", null)).EnsureSuccessStatusCode();
        using var staff = await Staff.SignInAsync(host, Operator);
        var started = Stopwatch.GetTimestamp();
        var sheet = await Staff.UploadAsync(staff, Import, "penduduk.csv", SheetPerson.Sheet(people));
        await WaitAsync(staff, sheet);
        await Staff.SendAsync(staff, sheet, sheet, new KeyValuePair<string, string>("only_good", "true"));
        await WaitAsync(staff, sheet);
        var took = Stopwatch.GetElapsedTime(started);
        await host.StopAsync();
        return took;
    }

    static async Task WaitAsync(HttpClient staff, string sheet)
    {
        while ((await staff.GetStringAsync(sheet)).Contains("data-refresh=\"1\"", StringComparison.Ordinal)) await Task.Delay(100);
    }

    static async Task<(IReadOnlyList<Row> Rows, long Megabytes)> UseAsync(string published, string data, IReadOnlyList<SheetPerson> people)
    {
        await using var host = await HostProcess.StartAsync(data, published, null, "--demo");
        using var staff = await Staff.SignInAsync(host, Operator);
        using var head = await Staff.SignInAsync(host, HeadOfRt);
        using var hamlet = await Staff.SignInAsync(host, HeadOfHamlet);
        var neighbours = people.Where(person => person.Place == new Territory("Krajan", "001", "001")).ToList();
        var rows = new List<Row>();
        foreach (var (how, typed) in Searches)
        {
            var (all, part) = (await TimesAsync(staff, people, typed), await TimesAsync(head, neighbours, typed));
            rows.Add(new($"page of who is found {how}", $"p95 {P95(all):0.0} ms, in an RT {P95(part):0.0} ms", $"under 30 ms, {Table.Median(part) / Table.Median(all):0.00} times (at most 1.2)"));
        }

        foreach (var (what, person, page) in new[] { ("statistics", staff, "statistik"), ("statistics of a hamlet", hamlet, "statistik"), ("monthly report", staff, "lampid") })
            rows.Add(new(what, $"p95 {P95(await TimesAsync(person, people, _ => page)):0.0} ms", "under 100 ms"));
        var megabytes = Villages.ResidentKilobytes(host) / 1024;
        await host.StopAsync();
        return (rows, megabytes);
    }

    static IReadOnlyList<(string How, Func<SheetPerson, string> Page)> Searches { get; } =
    [
        ("by name", person => $"?cari={Uri.EscapeDataString(InventedPeople.Typed(person.Name))}"),
        ("by a common name", _ => "?cari=siti"),
        ("by NIK", person => $"?cari={person.Nik}"),
        ("by family card", person => $"?cari={person.Card}"),
        ("by address", person => $"?cari={Uri.EscapeDataString(person.Street)}"),
        ("by a word that all have", _ => "?cari=jalan"),
    ];

    static async Task<List<double>> TimesAsync(HttpClient person, IReadOnlyList<SheetPerson> people, Func<SheetPerson, string> page)
    {
        var random = new Random(4711);
        var times = new List<double>();
        for (var round = 0; round < Warming + Rounds; round++)
        {
            var path = page(people[random.Next(people.Count)]);
            var started = Stopwatch.GetTimestamp();
            await person.GetByteArrayAsync(path.StartsWith('?') ? Console + path : $"{Console}/{path}");
            if (round >= Warming) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }

    static double P95(List<double> times) => times.Order().ElementAt(times.Count * 95 / 100);
}

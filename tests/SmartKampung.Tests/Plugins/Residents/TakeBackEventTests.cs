using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Plugins.Residents.Import;
using static SmartKampung.Tests.Plugins.Residents.Import.OpenSidSheet;

namespace SmartKampung.Tests.Plugins.Residents;

/// <summary>An event that was entered by mistake is taken back as long as nothing came after it.</summary>
public sealed class TakeBackEventTests(TakeBackEventTests.Village village) : IClassFixture<TakeBackEventTests.Village>
{
    const string Events = $"{RegisterDesk.Console}/peristiwa";

    RegisterDesk Desk => village.Desk;

    [Theory]
    [InlineData("lahir", "ANITA", "on=2026-11-20&name=Bayi+Ani&sex=Female")]
    [InlineData("mati", "BANDIYAH", "on=2026-10-20")]
    [InlineData("pindah", "CAHYONO", "on=2026-11-20&whole_family=true")]
    [InlineData("pisah", "DARMINI", "on=2026-11-10&card_number=9910240100000004&address=Jalan+Baru+1&place=Krajan/001/002")]
    [InlineData("ubah", "ENDANG", "on=2026-11-10&name=ENDANG&religion=Hindu&nationality=WNI")]
    [InlineData("datang", "", "on=2026-11-10&name=Pendatang&sex=Male&place=Krajan/001/002&card_number=9910240100000006")]
    public async Task Register_and_report_are_as_before(string kind, string who, string fields)
    {
        var person = who.Length > 0 ? await OpenAsync(who) : "";
        var before = await StateAsync(person);
        await EnterAsync(kind, person, fields);
        Assert.NotEqual(before, await StateAsync(person));

        await TakeBackAsync(await LastAsync(kind, fields), HttpStatusCode.SeeOther);

        Assert.Equal(before, await StateAsync(person));
        var list = (await Desk.Operator.OpenAsync($"{Events}?bulan={fields[3..10]}")).Text();
        Assert.Contains("Dibatalkan", list, StringComparison.Ordinal);
        Assert.Contains("Salah orang.", list, StringComparison.Ordinal);
        if (person.Length > 0 && kind != "lahir") Assert.Contains("Peristiwa dibatalkan", (await Desk.Operator.OpenAsync($"{RegisterDesk.Console}/orang/{person}")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_that_another_followed_names_it_and_both_go_back_in_turn()
    {
        var person = await OpenAsync("FATONAH");
        var before = await StateAsync(person);
        await EnterAsync("ubah", person, "on=2026-11-11&name=FATONAH&religion=Hindu&nationality=WNI");
        var first = await LastAsync("ubah", "on=2026-11-11");
        await EnterAsync("mati", person, "on=2026-11-12");
        var second = await LastAsync("mati", "on=2026-11-12");

        Assert.Contains("Kematian", (await Desk.Operator.OpenAsync(first)).QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
        await TakeBackAsync(first, HttpStatusCode.UnprocessableEntity, second);
        await TakeBackAsync(second, HttpStatusCode.SeeOther);
        await TakeBackAsync(first, HttpStatusCode.SeeOther);

        Assert.Equal(before, await StateAsync(person));
        await TakeBackAsync(first, HttpStatusCode.SeeOther, page: $"{Events}/datang");
        Assert.Equal(before, await StateAsync(person));
    }

    [Fact]
    public async Task Family_that_somebody_came_into_since_stands_in_the_way()
    {
        var person = await OpenAsync("GUNARTI");
        await EnterAsync("pisah", person, "on=2026-11-09&card_number=9910240100000077&address=Jalan+Baru+7&place=Krajan/001/002");
        var split = await LastAsync("pisah", "on=2026-11-09");
        await EnterAsync("datang", "", "on=2026-11-15&name=Menantu&sex=Male&place=Krajan/001/002&card_number=9910240100000077");

        Assert.Contains("M", (await Desk.Operator.OpenAsync(split)).QuerySelector(".notice.bad li")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await Desk.Operator.OpenAsync(split)).QuerySelector("form[method=post] [name=reason]"));
    }

    [Fact]
    public async Task Who_may_not_write_takes_nothing_back()
    {
        var person = await OpenAsync("HARTINI");
        await EnterAsync("mati", person, "on=2026-11-08");
        var death = await LastAsync("mati", "on=2026-11-08");
        using var head = await StaffBrowser.SignInAsync(Desk.Host, Roles.NeighborhoodHead, territory: new("Krajan", "001", "001"));

        using var answer = await head.Client.GetAsync(new Uri(death, UriKind.Relative), RegisterDesk.Stop);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        await Desk.Operator.OpenAsync($"{Events}/batal/{Guid.NewGuid()}", HttpStatusCode.NotFound);
    }

    async Task TakeBackAsync(string path, HttpStatusCode expected, string page = "") =>
        await Desk.Operator.SubmitAsync(page.Length > 0 ? page : path, path, expected, ("reason", "Salah orang."));

    async Task EnterAsync(string kind, string person, string fields)
    {
        var path = $"{Events}/{kind}{(person.Length > 0 ? $"?orang={person}" : "")}";
        var page = await Desk.Operator.OpenAsync(path);
        var members = kind == "pisah" ? page.QuerySelectorAll("input[name=members]").Select(box => ("members", box.GetAttribute("value")!)) : [];
        using var answer = await Desk.Operator.PostAsync(page, path, [.. fields.Split('&').Select(field => field.Split('=')).Select(pair => (pair[0], pair[1].Replace('+', ' '))), .. members]);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(RegisterDesk.Stop));
    }

    /// <summary>Where the event is taken back that was entered last of its kind on its day.</summary>
    async Task<string> LastAsync(string kind, string fields)
    {
        var (name, day) = (Names[kind], DateOnly.Parse(fields[3..13], System.Globalization.CultureInfo.InvariantCulture));
        var rows = (await Desk.Operator.OpenAsync($"{Events}?bulan={day:yyyy-MM}")).QuerySelectorAll("table.rows tbody tr");
        var row = rows.First(row => row.Children[1].TextContent == name && row.Children[2].TextContent.StartsWith($"{day.Day} ", StringComparison.Ordinal));
        return row.QuerySelector("a[href*=batal]")!.GetAttribute("href")!;
    }

    static readonly Dictionary<string, string> Names = new() { ["lahir"] = "Kelahiran", ["mati"] = "Kematian", ["datang"] = "Kedatangan", ["pindah"] = "Kepindahan", ["pisah"] = "Pisah KK", ["ubah"] = "Perubahan data" };

    /// <summary>All figures, both months and the record itself.</summary>
    async Task<string> StateAsync(string person)
    {
        var parts = new List<string>();
        foreach (var month in new[] { "2026-10", "2026-11" }) parts.Add((await Desk.Operator.OpenAsync($"{RegisterDesk.Console}/lampid?bulan={month}")).QuerySelector("tbody")!.TextContent);
        parts.Add((await Desk.Operator.OpenAsync($"{RegisterDesk.Console}/statistik")).QuerySelector("main")!.TextContent);
        if (person.Length == 0) return string.Join('\n', parts);
        var page = await Desk.Operator.OpenAsync($"{RegisterDesk.Console}/orang/{person}");
        parts.Add(page.QuerySelector("dl.facts")!.TextContent + page.QuerySelector("main ul.list")?.TextContent);
        return string.Join('\n', parts);
    }

    async Task<string> OpenAsync(string name)
    {
        var list = await Desk.Operator.OpenAsync($"{RegisterDesk.Console}?cari={Uri.EscapeDataString(name)}");
        var person = list.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).First(address => address.Contains("/orang/", StringComparison.Ordinal) && !address.EndsWith("/baru", StringComparison.Ordinal));
        using var opened = await Desk.Operator.PostAsync(person, $"{person}/buka", ("purpose", "Mencatat peristiwa"));
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        return person[(person.LastIndexOf('/') + 1)..];
    }

    /// <summary>A register with eight families of three.</summary>
    public sealed class Village : IAsyncLifetime
    {
        static readonly string[] Children = ["ANITA", "BANDIYAH", "CAHYONO", "DARMINI", "ENDANG", "FATONAH", "GUNARTI", "HARTINI"];

        public RegisterDesk Desk { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Desk.InitializeAsync();
            var (path, _) = await Desk.CheckAsync(Csv(Children.SelectMany((name, at) => Family(9100 + (at * 3), name, $"99102401000091{at:00}"))));
            await Desk.TakeAsync(path);
        }

        public ValueTask DisposeAsync() => Desk.DisposeAsync();

        static IEnumerable<Dictionary<string, string>> Family(int number, string child, string card) =>
            [Person(number, ("no_kk", card), ("kk_level", "1")), Person(number + 1, ("no_kk", card), ("nama", child), ("sex", "2"), ("kk_level", "4")), Person(number + 2, ("no_kk", card), ("kk_level", "4"))];
    }
}

using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Residents;

/// <summary>A village with a register that is written as its operator does.</summary>
sealed class RegisterVillage(TestHost host, string code, string slug, Func<string, string, Territory?, Guid?, Task<StaffBrowser>> signIn, StaffBrowser staff)
{
    public static readonly Territory Here = new("Krajan", "001", "001");
    public static readonly Territory NextDoor = new("Krajan", "001", "002");
    public static readonly Territory Elsewhere = new("Blimbing", "001", "001");

    public StaffBrowser Operator { get; } = staff;

    public TestHost Host => host;

    public string Code => code;

    public string District => code[..8];

    public string Site => $"/{slug}";

    public string Console => $"{Site}/kelola/residents";

    public static async Task<RegisterVillage> BeginAsync(RegisterHost villages)
    {
        var village = villages.Next();
        Task<StaffBrowser> SignInAsync(string role, string name, Territory? territory, Guid? reference) => villages.SignInAsync(role, village, name, territory, reference);
        var register = new RegisterVillage(villages.Host, village.Code, village.Slug, SignInAsync, await SignInAsync(Roles.Operator, "Ratna Operator", null, null));
        foreach (var place in new[] { Here, NextDoor, Elsewhere }) await register.AddUnitAsync(place);
        return register;
    }

    public static string KeyOf(Territory place) => $"{place.Hamlet}/{place.RwNumber}/{place.RtNumber}";

    public Task<StaffBrowser> SignInAsync(string role, Territory? territory = null, string name = "Pak Ketua", Guid? reference = null) => signIn(role, name, territory, reference);

    public Task<StaffBrowser> SignInAsync(Guid resident, string name = "Warga") => SignInAsync(Roles.Resident, name: name, reference: resident);

    public Task<IDocument> AddUnitAsync(Territory place) => Operator.SubmitAsync(
        $"{Console}/wilayah/baru", $"{Console}/wilayah/baru", HttpStatusCode.SeeOther, ("hamlet", place.Hamlet!), ("rw_number", place.RwNumber!), ("rt_number", place.RtNumber!));

    /// <summary>Enters somebody; what is given replaces what a usual person has.</summary>
    public async Task<Guid> AddAsync(string name, Territory? place = null, Guid? family = null, params (string Name, string Value)[] fields)
    {
        var page = $"{Console}/orang/baru" + (family is null ? "" : $"?keluarga={family}");
        using var answer = await Operator.PostAsync(page, page, Person(name, place ?? Here, fields));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return IdIn(answer.Headers.Location!);
    }

    /// <summary>What is typed for somebody.</summary>
    public static (string Name, string Value)[] Person(string name, Territory place, params (string Name, string Value)[] fields)
    {
        Dictionary<string, string> typed = new()
        {
            ["name"] = name, ["sex"] = "male", ["birth_date"] = "1990-08-17", ["birth_place"] = "Banyuwangi", ["nationality"] = "WNI", ["state"] = "living",
            ["address"] = "Jalan Kenanga 7", ["place"] = KeyOf(place), ["version"] = "0",
        };
        foreach (var (field, value) in fields) typed[field] = value;
        return [.. typed.Select(pair => (pair.Key, pair.Value))];
    }

    public async Task<Guid> AddFamilyAsync(string number, Territory? place = null)
    {
        using var answer = await Operator.PostAsync(
            $"{Console}/keluarga/baru", $"{Console}/keluarga/baru", ("card_number", number), ("address", "Jalan Melati 3"), ("place", KeyOf(place ?? Here)), ("version", "0"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return IdIn(answer.Headers.Location!);
    }

    public string PathOf(Guid person) => $"{Console}/orang/{person}";

    /// <summary>Opens a record for a purpose.</summary>
    public async Task<IDocument> OpenAsync(StaffBrowser reader, Guid person, string purpose = "Surat domisili")
    {
        await reader.SubmitAsync(PathOf(person), $"{PathOf(person)}/buka", HttpStatusCode.SeeOther, ("purpose", purpose));
        return await reader.OpenAsync(PathOf(person));
    }

    /// <summary>What the list shows of each person.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(StaffBrowser reader, string query = "")
    {
        var page = await reader.OpenAsync(Console + query);
        return [.. page.QuerySelectorAll("table.rows tbody tr").Select(row => row.QuerySelector("th a")!.TextContent)];
    }

    static Guid IdIn(Uri location) => Guid.Parse(location.OriginalString.Split('?')[0].Split('/')[^1]);
}

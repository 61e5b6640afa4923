using System.Globalization;
using System.Text.Json.Nodes;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Lives;

/// <summary>Somebody at the desk, by what was seen of a request a moment ago.</summary>
sealed class LetterHelper(LettersVillage village, StaffBrowser browser) : Writer(browser)
{
    const string Register = "5b0f6f0a-7d0b-4c64-9a5e-2f3a8f6a1c01";
    const string Reason = "Ada yang belum sesuai.";

    public Task ApproveAsync(JsonObject request) => DecideAsync(request, "setujui");

    public Task ClaimAsync(JsonObject request) => PostAsync($"{village.Desk}/ambil", ("selected", request.Id()));

    public Task AskBackAsync(JsonObject request, string key) => DecideAsync(request, "minta", ("keys", key), ("reason", Reason));

    public Task RejectAsync(JsonObject request) => DecideAsync(request, "tolak", ("reason", Reason));

    public Task ForwardAsync(JsonObject request, string target) => DecideAsync(request, "teruskan", ("target", target), ("why", Reason));

    /// <summary>Tells all of them to be signed; what is not theirs to sign is left out.</summary>
    public Task SignAsync(IReadOnlyList<JsonObject> requests) => PostAsync($"{village.Desk}/tanda-tangan", [.. requests.Take(50).Select(request => ("letters", request.Id()))]);

    public Task RevokeAsync(JsonObject letter) => PostAsync($"{village.Desk}/surat/{letter.Id()}/cabut", ("reason", Reason));

    /// <summary>As the letter's page leads on, or by a form of the counter that was open before.</summary>
    public async Task CorrectAsync(JsonObject letter, bool isFiledAtOnce)
    {
        var counter = $"{village.Desk}/loket/{letter.Text("Resident")}/{letter.Text("Type")}";
        var led = isFiledAtOnce ? counter : await PostAsync($"{village.Desk}/surat/{letter.Id()}/betulkan", ("reason", Reason));
        if (led == counter) await FileAsync(counter, isBrought: true, ("corrects", letter.Id()));
    }

    public Task FileAsync(Guid resident, string slug, bool isBrought) => FileAsync($"{village.Desk}/loket/{resident}/{slug}", isBrought);

    public Task CollectAsync(JsonObject letter) => PostAsync($"{village.Desk}/permohonan/{letter.Text("Request")}/diambil", ("collector", "Slamet Riyadi"));

    public Task TakeNumberAsync(int count) => PostAsync($"{village.Desk}/buku/nomor",
        [("register", Register), ("count", count.ToString(CultureInfo.InvariantCulture)), .. count == 1 ? [("subject", "Undangan rapat"), ("party", "Ketua RT")] : Array.Empty<(string, string)>()]);

    public async Task CancelNumberAsync(JsonObject? entry)
    {
        if (entry is not null) await PostAsync($"{village.Desk}/buku/nomor/{entry.Id()}/batal", ("reason", Reason));
    }

    public async Task DestroyAsync()
    {
        var page = $"{village.Desk}/pemusnahan";
        var due = (await Browser.OpenAsync(page)).QuerySelectorAll("main input[name=letters]").Select(box => ("letters", box.GetAttribute("value")!)).ToArray();
        if (due.Length > 0) Assert.NotEmpty(await PostAsync(page, due));
    }

    async Task FileAsync(string counter, bool isBrought, params (string Name, string Value)[] more) =>
        await PostAsync(counter, [("purpose", "mengambil bantuan"), ("seen", "true"), ("brought", isBrought ? "true" : "false"), ("token", Guid.NewGuid().ToString()), .. more]);

    Task<string> DecideAsync(JsonObject request, string how, params (string Name, string Value)[] fields) =>
        PostAsync($"{village.Desk}/permohonan/{request.Id()}/{how}", [("version", ((int)request["Version"]!).ToString(CultureInfo.InvariantCulture)), .. fields]);
}

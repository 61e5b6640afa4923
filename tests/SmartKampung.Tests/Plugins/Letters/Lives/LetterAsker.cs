using System.Text.Json.Nodes;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Lives;

/// <summary>A resident who asks for letters by phone.</summary>
sealed class LetterAsker(LettersVillage village, StaffBrowser browser, Guid resident) : Writer(browser)
{
    public Guid Resident => resident;

    public async Task AskAsync(string slug, bool isSent)
    {
        var begun = await PostAsync($"{village.Site}/surat/{slug}/ajukan", ("token", Guid.NewGuid().ToString()));
        if (!begun.EndsWith("/data", StringComparison.Ordinal)) return;
        var request = begun[..^"/data".Length];
        if (!isSent) return;
        await PostAsync($"{request}/tanya/purpose", ("answer", "membuka rekening"));
        if (slug == Sample.Slug) await AttachAsync(request);
        await PostAsync($"{request}/kirim");
    }

    /// <summary>Answers what somebody is asked back for; of somebody else's request nothing comes.</summary>
    public async Task AnswerBackAsync(JsonObject request)
    {
        var page = $"{village.Site}/surat/permohonan/{request.Id()}";
        foreach (var key in request["AskedBack"]!.AsArray().Select(key => (string)key!))
        {
            if (key == "purpose") await PostAsync($"{page}/tanya/purpose", ("answer", "mendaftar sekolah"));
            else if (request.Text("Account") == Browser.Account.Id.ToString()) await AttachAsync(page);
        }

        await PostAsync($"{page}/kirim");
    }

    async Task AttachAsync(string request)
    {
        using var attached = await LettersVillage.AttachAsync(Browser, $"{request}/dokumen/ktp");
    }
}

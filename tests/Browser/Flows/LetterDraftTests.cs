using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>Asking where the network is poor: nothing that was typed is lost, and who is asked back answers that alone.</summary>
[Collection(typeof(LetterFlows))]
public sealed class LetterDraftTests(LetterOffice office)
{
    const string Site = ConsoleKind.Village;
    const string Details = "Atas nama sendiri, hilang di pasar Licin.";

    [Fact]
    public async Task Draft_outlives_a_lost_connection_and_a_new_sign_in_and_what_is_asked_back_is_all_that_is_answered()
    {
        var draft = await BeginAsync();
        var request = await GoOnAsync(draft);

        await AskBackAsync(request);
        await using var resident = await office.PhoneOfAsync("warga", $"{Site}/surat/saya");
        await AnswerAsync(resident, request);
        await SeesAnswerAsync(request);
    }

    /// <returns>The address of the question at which the phone was put away.</returns>
    async Task<string> BeginAsync()
    {
        await using var resident = await office.PhoneOfAsync("warga", $"{Site}/surat/kehilangan/ajukan");
        await resident.FollowAsync("main form[method=post] button");
        await resident.FollowAsync("main a.button");
        await resident.WriteAsync("#f-answer", "Kartu ATM BRI");
        await resident.EnterAsync();
        await LoseConnectionAsync(resident);
        await LoseSessionAsync(resident);
        return resident.Page.Url;
    }

    /// <summary>Before it is sent, where the phone knows that, and on the way.</summary>
    static async Task LoseConnectionAsync(Phone resident)
    {
        var question = resident.Page.Url;
        await resident.WriteAsync("#f-answer", Details);
        await resident.Page.Context.SetOfflineAsync(true);
        await resident.PressAsync("main form[method=post] button");
        await Assertions.Expect(resident.Seen("[data-offline]")).ToBeVisibleAsync();
        await resident.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(resident.Seen("[data-offline]")).ToBeHiddenAsync();

        Findings.None(resident.Troubles);
        await resident.Page.RouteAsync("**/tanya/**", route => route.AbortAsync("connectionreset"), new() { Times = 1 });
        await resident.PressAsync("main form[method=post] button");
        await Assertions.Expect(resident.Page).ToHaveURLAsync("chrome-error://chromewebdata/");
        await resident.GoAsync(question);
        await Assertions.Expect(resident.Seen("#f-answer")).ToHaveValueAsync(Details);
    }

    /// <summary>It is over when the answer is sent; what was typed stands there after the new sign-in.</summary>
    static async Task LoseSessionAsync(Phone resident)
    {
        await resident.Page.Context.ClearCookiesAsync();
        await resident.FollowAsync("main form[method=post] button");
        await resident.SignInAsync("warga");
        await Assertions.Expect(resident.Seen("#f-answer")).ToHaveValueAsync(Details);
        await resident.FollowAsync("main form[method=post] button");
    }

    /// <summary>On another phone, from the list of letters.</summary>
    /// <returns>The id of the request.</returns>
    async Task<string> GoOnAsync(string question)
    {
        await using var resident = await office.PhoneAsync();
        await resident.SignInAsync("warga", $"{Site}/surat/saya");
        await resident.FollowAsync($"main .list a[href*='{question.Split("/tanya/")[0].Split('/')[^1]}']");
        Assert.Equal(question, resident.Page.Url);
        await resident.AnswerAllAsync(new Dictionary<string, string>());
        await Assertions.Expect(resident.Seen("main .list")).ToContainTextAsync(Details);
        await resident.FollowAsync("main form[action$='/kirim'] button");
        Findings.None(resident.Troubles);
        return resident.Page.Url.Split('/')[^1];
    }

    async Task AskBackAsync(string request)
    {
        await using var desk = await office.PhoneOfAsync("operator", $"{LetterOffice.Letters}/permohonan/{request}");
        await desk.PressAsync("main details:has(form[action$='/minta']) summary");
        await desk.TickAsync("main input[name=keys][value=details]");
        await desk.WriteAsync("#f-reason", "Tulis nomor kartunya.");
        await desk.FollowAsync("main form[action$='/minta'] button");
        Findings.None(desk.Troubles);
    }

    /// <summary>One question, then the check, on which no other answer can be changed.</summary>
    static async Task AnswerAsync(Phone resident, string request)
    {
        await resident.FollowAsync($"main .list a[href$='{request}']");
        await Assertions.Expect(resident.Seen("main .notice")).ToContainTextAsync("Tulis nomor kartunya.");
        await Assertions.Expect(resident.Page.Locator("main .notice li a")).ToHaveCountAsync(1);
        await resident.FollowAsync("main .notice li a");
        await Assertions.Expect(resident.Seen("#f-answer")).ToHaveValueAsync(Details);
        await resident.WriteAsync("#f-answer", Details + " Nomor kartu 6013 0112.");
        await resident.FollowAsync("main form[method=post] button");
        await Assertions.Expect(resident.Page.Locator("main .list a")).ToHaveCountAsync(1);
        await resident.FollowAsync("main form[action$='/kirim'] button");
        await Assertions.Expect(resident.Seen("main .steps li[aria-current=step]")).ToContainTextAsync("Tulis nomor kartunya.");
        Findings.None(resident.Troubles);
    }

    async Task SeesAnswerAsync(string request)
    {
        await using var desk = await office.PhoneOfAsync("operator", $"{LetterOffice.Letters}/permohonan/{request}");
        await Assertions.Expect(desk.Seen("main .facts")).ToContainTextAsync("6013 0112");
        await Assertions.Expect(desk.Seen("main form[action$='/setujui']")).ToBeVisibleAsync();
    }
}

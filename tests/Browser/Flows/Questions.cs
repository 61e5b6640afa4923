namespace SmartKampung.Browser.Flows;

/// <summary>The questions of a letter, answered page by page.</summary>
static class Questions
{
    static readonly FilePayload Photo = new() { Name = "ktp.jpg", MimeType = "image/jpeg", Buffer = File.ReadAllBytes(Repository.Path("templates", "default", "assets", "img", "share.jpg")) };

    const int Most = 30;

    /// <summary>Answers what is asked until all answers are shown again: by the keys of questions; what has no answer is left empty, and papers are photographed.</summary>
    public static async Task AnswerAllAsync(this Phone phone, IReadOnlyDictionary<string, string> answers)
    {
        for (var page = 0; page < Most && !phone.Page.Url.EndsWith("/periksa", StringComparison.Ordinal); page++) await AnswerAsync(phone, answers);
    }

    static async Task AnswerAsync(Phone phone, IReadOnlyDictionary<string, string> answers)
    {
        var (page, key) = (phone.Page.Url.Split('/')[^2], phone.Page.Url.Split('/')[^1]);
        if (page == "dokumen") await AttachAsync(phone);
        else if (!answers.TryGetValue(key, out var answer)) await phone.FollowAsync("main form[method=post] button");
        else if (await phone.Page.Locator("main input[type=radio]").CountAsync() == 0) await WriteAsync(phone, answer);
        else await ChooseAsync(phone, answer);
    }

    static async Task AttachAsync(Phone phone)
    {
        var isNeeded = await phone.Page.Locator("main form[action$='/lewati']").CountAsync() == 0;
        if (isNeeded) await phone.TakeAsync("#f-file", Photo);
        if (isNeeded) await phone.FollowAsync("main form[data-photo] button");
        await phone.FollowAsync("main form[action$='/lewati'] button");
    }

    static async Task WriteAsync(Phone phone, string answer)
    {
        await phone.WriteAsync("#f-answer", answer);
        await phone.FollowAsync("main form[method=post] button");
    }

    static async Task ChooseAsync(Phone phone, string answer)
    {
        await phone.TickAsync($"main input[value='{answer}']");
        await phone.FollowAsync("main form[method=post] button");
    }
}

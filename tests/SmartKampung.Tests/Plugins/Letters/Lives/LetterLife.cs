using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SmartKampung.Tests.Plugins.Letters.Issued;

namespace SmartKampung.Tests.Plugins.Letters.Lives;

/// <summary>Two residents and those who decide, who do what they may and what they may not; after each act the rules hold.</summary>
sealed class LetterLife : IDisposable
{
    /// <summary>How many acts there are to choose from.</summary>
    public const int Acts = 32;

    const int Passing = 31;

    static readonly Helper[] Helpers =
    [
        new(Roles.Operator, null), new(Roles.Secretary, null), new(Roles.Head, null), new(Roles.DistrictHead, null),
        new(Roles.NeighborhoodHead, LettersVillage.Here), new(Roles.NeighborhoodHead, LettersVillage.NextDoor),
    ];

    static readonly string[] Types =
    [
        Sample.Type(more: """, "retainYears": 1, "promisedHours": 12"""),
        Sample.Type(slug: "uji-camat", documents: "", more: """, "retainYears": 1""", steps:
            """
            { "kind": "approve", "role": "operator", "dueHours": 4, "escalatesTo": "secretary" }, { "kind": "sign", "role": "secretary", "dueHours": 8 },
            { "kind": "sign", "role": "head", "dueHours": 8 }, { "kind": "endorse", "role": "district-head", "dueHours": 24 }
            """),
        Sample.Type(slug: "uji-tinta", documents: "", more: """, "retainYears": 1, "validDays": 30, "needsWetInk": true""", steps: """{ "kind": "sign", "role": "head", "dueHours": 8, "escalatesTo": "secretary" }"""),
    ];

    static readonly string[] Slugs = [Sample.Slug, "uji-camat", "uji-tinta"];

    readonly LivesHost lives;
    readonly LettersVillage village;
    readonly ConcurrentDictionary<int, Lazy<Task<LetterHelper>>> present = new();
    readonly ConcurrentDictionary<string, Helper> people = new();
    LetterAsker[] askers = [];

    LetterLife(LivesHost lives, LettersVillage village) => (this.lives, this.village) = (lives, village);

    public TestHost Host => village.Host;

    public string Code => village.Code;

    public IReadOnlyDictionary<string, Helper> People => people;

    public static async Task<LetterLife> BeginAsync(LivesHost lives)
    {
        var village = await lives.BeginAsync();
        foreach (var type in Types) await village.BringTypeAsync(type);
        return new(lives, village) { askers = [await AskerAsync(village, "Yuliana Sari", LettersVillage.Here), await AskerAsync(village, "Agus Salim", LettersVillage.NextDoor)] };
    }

    static async Task<LetterAsker> AskerAsync(LettersVillage village, string name, Territory place)
    {
        var resident = await village.EnterAsync(name, place, phone: "0812-3456-7417");
        return new(village, await village.SignInAsync(resident, name), resident);
    }

    public Task<KeptLetters> ReadAsync() => KeptLetters.ReadAsync(Host.Administrator, Code);

    /// <summary>Does what each number tells, at the same moment, with what the second chooses.</summary>
    public async Task ActAsync(IReadOnlyList<(int What, int Which)> acts)
    {
        using var kept = await ReadAsync();
        var (requests, letters, entries) = (kept.Requests, kept.Letters, kept.Entries);
        await Task.WhenAll(acts.Select(act => ActAsync(act.What, act.Which, requests, letters, entries)));
        if (acts.Any(act => act.What == Passing)) Pass(TimeSpan.FromHours(13));
        await Host.CatchUpAsync();
        await ExpectRulesAsync();
    }

    /// <summary>One letter from asking to its signature.</summary>
    public async Task FinishOneAsync()
    {
        foreach (var what in (int[])[0, 10, 18, 18, 18]) await ActAsync([(what, 2)]);
    }

    /// <summary>Years go by, and what need not be kept any more is destroyed.</summary>
    public async Task DestroyAsync()
    {
        Pass(TimeSpan.FromDays(400));
        await (await HelperAsync(1)).DestroyAsync();
        await ExpectRulesAsync();
    }

    public void Dispose()
    {
        foreach (var asker in askers) asker.Dispose();
        Pass(TimeSpan.Zero);
        village.Operator.Dispose();
        lives.EndAsync(village).Wait();
    }

    async Task ExpectRulesAsync()
    {
        using var kept = await ReadAsync();
        new LetterRules(kept, people).Expect();
    }

    Task ActAsync(int what, int which, IReadOnlyList<JsonObject> requests, IReadOnlyList<JsonObject> letters, IReadOnlyList<JsonObject> entries)
    {
        var (asker, slug) = (askers[which % 2], Slugs[which / 2 % 3]);
        var (any, waiting) = (Pick(requests, which), Pick([.. requests.Where(request => request.Text("State") == "Waiting")], which));
        var (letter, asked) = (Pick(letters, which), Pick([.. requests.Where(request => request.Text("State") == "AskedBack")], which));
        return what switch
        {
            < 4 => asker.AskAsync(slug, isSent: true),
            4 => asker.AskAsync(slug, isSent: false),
            5 or 6 => AtDeskAsync(0, desk => desk.FileAsync(asker.Resident, slug, isBrought: which % 3 == 0)),
            7 or 8 when asked is not null => Task.WhenAll(askers.Select(one => one.AnswerBackAsync(asked))),
            9 when any is not null => asker.PostAsync($"{village.Site}/surat/permohonan/{any.Id()}/{(which % 4 == 0 ? "ulang" : "batal")}"),
            >= 10 and < 16 when waiting is not null => AtDeskAsync(FitFor(waiting, which), desk => desk.ApproveAsync(waiting)),
            16 when waiting is not null => AtDeskAsync(FitFor(waiting, which), desk => desk.ClaimAsync(waiting)),
            17 when waiting is not null => AtDeskAsync(FitFor(waiting, which), desk => desk.AskBackAsync(waiting, which % 3 == 0 ? "ktp" : "purpose")),
            >= 18 and < 23 when waiting is not null => AtDeskAsync(FitFor(waiting, which), desk => desk.SignAsync(which % 5 == 0 ? [waiting] : requests)),
            23 when waiting is not null => AtDeskAsync(FitFor(waiting, which), desk => desk.RejectAsync(waiting)),
            24 when waiting is not null => AtDeskAsync(FitFor(waiting, which), desk => desk.ForwardAsync(waiting, which % 2 == 0 ? "0" : "naik")),
            25 when letter is not null => AtDeskAsync(1 + (which % 2), desk => desk.RevokeAsync(letter)),
            26 or 27 when letter is not null => AtDeskAsync(0, desk => desk.CorrectAsync(letter, isFiledAtOnce: which % 3 == 0)),
            28 when letter is not null => AtDeskAsync(0, desk => desk.CollectAsync(letter)),
            29 => AtDeskAsync(which % 2, desk => desk.TakeNumberAsync(count: 1 + (which % 3))),
            30 => AtDeskAsync(1, desk => desk.CancelNumberAsync(Pick([.. entries.Where(entry => entry.Text("Kind") is "Outside" or "Reserved")], which))),
            _ => Task.CompletedTask,
        };
    }

    async Task AtDeskAsync(int who, Func<LetterHelper, Task> act) => await act(await HelperAsync(who));

    /// <summary>Mostly somebody who may take the step that waits.</summary>
    static int FitFor(JsonObject request, int which)
    {
        var fit = Array.FindIndex(Helpers, helper => helper.Role == request.Text("WaitsFor") && (helper.Place is null || helper.Place == request.Place()));
        return which % 5 == 1 || fit < 0 ? which % Helpers.Length : fit;
    }

    /// <summary>Signed in anew after time went by.</summary>
    Task<LetterHelper> HelperAsync(int who) => present.GetOrAdd(who, _ => new(() => SignInAsync(Helpers[who]))).Value;

    async Task<LetterHelper> SignInAsync(Helper helper)
    {
        var browser = helper.Role == Roles.DistrictHead
            ? await lives.SignInOverDistrictAsync(helper.Role, Code[..8], "Drs. Widodo, M.Si.")
            : await village.SignInAsync(helper.Role, territory: helper.Place);
        people[browser.Account.Id.ToString()] = helper;
        return new(village, browser);
    }

    void Pass(TimeSpan time)
    {
        Host.Clock.AdjustTime(Host.Clock.GetUtcNow() + time);
        foreach (var who in present.Keys)
            if (present.TryRemove(who, out var gone)) gone.Value.Result.Dispose();
    }

    static JsonObject? Pick(IReadOnlyList<JsonObject> documents, int which) => documents.Count == 0 ? null : documents[which / 7 % documents.Count];
}

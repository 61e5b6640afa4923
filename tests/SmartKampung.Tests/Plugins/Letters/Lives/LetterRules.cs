using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SmartKampung.Tests.Plugins.Letters.Issued;

namespace SmartKampung.Tests.Plugins.Letters.Lives;

/// <summary>What holds of a village's letters at every moment.</summary>
sealed class LetterRules(KeptLetters kept, IReadOnlyList<JsonObject> requests, IReadOnlyList<JsonObject> letters, IReadOnlyDictionary<string, Helper> people)
{
    static readonly string[] Ended = ["Done", "Rejected", "Withdrawn"];

    readonly Dictionary<string, JsonObject> requestsById = requests.ToDictionary(request => request.Id());
    readonly Dictionary<string, JsonObject> lettersById = letters.ToDictionary(letter => letter.Id());

    public LetterRules(KeptLetters kept, IReadOnlyDictionary<string, Helper> people) : this(kept, kept.Requests, kept.Letters, people)
    {
    }

    public void Expect()
    {
        kept.ExpectSoundBook();
        Assert.All(requests, Expect);
        Assert.All(letters, ExpectLetter);
        Assert.All(letters.Where(letter => letter["ReplacedBy"] is not null).GroupBy(letter => letter.Text("ReplacedBy")), Single);
        Assert.All(requests.Where(request => request["Corrects"] is not null && request.Text("State") is not ("Rejected" or "Withdrawn")).GroupBy(request => request.Text("Corrects")), Single);
    }

    static void Single(IEnumerable<JsonObject> documents) => Assert.Single(documents);

    void Expect(JsonObject request)
    {
        var (state, step, steps) = (request.Text("State"), (int)request["Step"]!, request.Steps());
        Assert.Equal((state, step), new LetterWay(request, people).Follow());
        Assert.Equal(state == "Waiting" ? steps[step].Text("Role") : "", request.Text("WaitsFor"));
        Assert.Equal(state == "Waiting", request["StepDueAt"] is not null);
        Assert.Equal(state == "AskedBack", request["AskedBack"]!.AsArray().Count > 0);
        Assert.Equal(Ended.Contains(state), request["DoneAt"] is not null);
        Assert.Equal(state != "Draft", request["AskedAt"] is not null);
        if (state == "Done") Assert.Equal(steps.Count, step);
        if (state is not ("Waiting" or "AskedBack")) Assert.Null(request["ClaimedBy"]);
        ExpectLetterOf(request, state, step, steps);
    }

    /// <summary>From the first signature on a request has its letter, and none is left that holds where the request came to nothing.</summary>
    void ExpectLetterOf(JsonObject request, string state, int step, IReadOnlyList<JsonObject> steps)
    {
        var isSigned = steps.Take(step).Any(taken => taken.Text("Kind") == "Sign");
        Assert.Equal(isSigned, request["Letter"] is not null);
        Assert.Equal(isSigned ? [request.Text("Letter")] : [], letters.Where(letter => letter.Text("Request") == request.Id()).Select(letter => letter.Id()));
        if (state == "AskedBack") Assert.False(isSigned);
        if (isSigned && state != "Done") Assert.Equal(state == "Waiting" ? "Valid" : "Revoked", lettersById[request.Text("Letter")].Text("State"));
    }

    void ExpectLetter(JsonObject letter)
    {
        if (letter["DestroyedAt"] is null) ExpectKept(letter, requestsById[letter.Text("Request")]);
        else Assert.True(letter["File"] is null && !requestsById.ContainsKey(letter.Text("Request")));
        Assert.Equal(letter.Text("State") != "Valid", letter["EndedAt"] is not null);
        Assert.Equal(letter.Text("State") == "Replaced", letter["ReplacedBy"] is not null);
        if (letter.Text("State") == "Revoked") Assert.NotEmpty(letter.Text("Reason"));
        if (letter["ReplacedBy"] is not null) ExpectReplacement(letter, lettersById[letter.Text("ReplacedBy")]);
        Assert.Equal(letter["CollectedAt"] is null || letter["DestroyedAt"] is not null, letter.Text("CollectedBy").Length == 0);
    }

    void ExpectKept(JsonObject letter, JsonObject request)
    {
        Assert.Equal(request.Text("State") == "Done", letter["CompletedAt"] is not null);
        Assert.Equal(request.List("History").Count(act => act.Text("What") is "Signed" or "Endorsed"), letter["Signatures"]!.AsArray().Count);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(kept.Pdf(letter))), letter.Text("Sha256"));
    }

    /// <summary>What replaces a letter was finished later than it, and may have ended since.</summary>
    void ExpectReplacement(JsonObject letter, JsonObject next)
    {
        Assert.True(next.Time("SignedAt") >= letter.Time("SignedAt") && next["CompletedAt"] is not null);
        Assert.Equal(letter.Text("Type"), next.Text("Type"));
        if (next["DestroyedAt"] is null) Assert.Equal(letter.Id(), requestsById[next.Text("Request")].Text("Corrects"));
    }
}

/// <summary>Somebody who decides on letters.</summary>
/// <param name="Role">Their only role.</param>
/// <param name="Place">The part of the village that it is limited to.</param>
sealed record Helper(string Role, Territory? Place);

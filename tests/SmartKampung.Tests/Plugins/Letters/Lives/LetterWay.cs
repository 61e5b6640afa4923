using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Plugins.Letters.Lives;

/// <summary>Goes the way of a request once more by what its history says of each act, which has to be one that was possible then, by somebody who might.</summary>
sealed class LetterWay(JsonObject request, IReadOnlyDictionary<string, Helper> people)
{
    readonly IReadOnlyList<JsonObject> steps = request.Steps();
    readonly IReadOnlyList<JsonObject> history = request.List("History");
    string state = "Draft";
    int step;
    DateTimeOffset since;
    bool isHanded;
    bool isSigned;

    public (string State, int Step) Follow()
    {
        for (var position = 0; position < history.Count; position++) Follow(history[position], position);
        return (state, step);
    }

    void Follow(JsonObject act, int position)
    {
        var what = act.Text("What");
        if (what is "Asked" or "Answered" or "Withdrawn") Own(what, act);
        else
        {
            Assert.Equal(("Waiting", step), (state, (int)act["Step"]!));
            Decided(what, act, position);
        }
    }

    /// <summary>What the resident does.</summary>
    void Own(string what, JsonObject act)
    {
        Assert.Contains(state, what switch { "Asked" => ["Draft"], "Answered" => ["AskedBack"], _ => (string[])["Waiting", "AskedBack"] });
        if (what == "Withdrawn") (state, isSigned) = ("Withdrawn", Not(isSigned));
        else Enter(step, act);
    }

    void Decided(string what, JsonObject act, int position)
    {
        switch (what)
        {
            case "Approved" or "Signed" or "Endorsed":
                Assert.Equal(steps[step].Text("Kind") switch { "Approve" => "Approved", "Sign" => "Signed", _ => "Endorsed" }, what);
                ExpectMay(act, isAtCounter: what == "Approved" && request.Text("Channel") == "Counter");
                isSigned |= what == "Signed";
                Enter(step + 1, act);
                break;
            case "AskedBack":
                ExpectMay(act, isAtCounter: false);
                (state, isSigned) = ("AskedBack", Not(isSigned));
                break;
            case "Rejected":
                // Where it was signed already, it came to nothing because the letter was revoked.
                if (!isSigned) ExpectMay(act, isAtCounter: false);
                state = "Rejected";
                break;
            case "Escalated":
                Assert.Equal(steps[step].Text("EscalatesTo"), act.Text("Role"));
                isHanded = true;
                break;
            default:
                Assert.Equal("Forwarded", what);
                ExpectMay(act, isAtCounter: false);
                isSigned = Not(isSigned);
                Forwarded(act, position);
                break;
        }
    }

    /// <summary>Where it went shows by what comes next: back, or up.</summary>
    void Forwarded(JsonObject act, int position)
    {
        var next = history.Skip(position + 1).Select(later => (int)later["Step"]!).FirstOrDefault(at => at >= 0, (int)request["Step"]!);
        Assert.InRange(next, 0, step);
        if (next == step) isHanded = true;
        else Enter(next, act);
    }

    /// <summary>A step is taken by its role, there where the person lives; by another one that the type names, once it is late or was passed on.</summary>
    void ExpectMay(JsonObject act, bool isAtCounter)
    {
        if (isAtCounter) return;
        var (helper, present) = (people[act.Text("Account")], steps[step]);
        if (helper.Role != present.Text("Role"))
        {
            Assert.Equal(present.Text("EscalatesTo"), helper.Role);
            Assert.True(isHanded || act.Time("At") >= since.AddHours((int)present["DueHours"]!));
        }

        if (helper.Place is not null) Assert.Equal(helper.Place, request.Place());
    }

    void Enter(int next, JsonObject act)
    {
        (state, step, isHanded) = (next == steps.Count ? "Done" : "Waiting", next, false);
        since = act.Time("At")!.Value;
    }

    /// <summary>What was signed is not changed any more.</summary>
    static bool Not(bool isSigned)
    {
        Assert.False(isSigned);
        return false;
    }
}

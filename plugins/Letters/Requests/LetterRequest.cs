using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Requests;

/// <summary>Somebody's request for a letter, from the first answer until it is signed, refused or taken back.</summary>
public sealed record LetterRequest : Document
{
    /// <summary>The type as it was when the request began: what is decided is what was asked.</summary>
    public required LetterType Type { get; init; }

    /// <summary>Whom the letter is for, as the register knew them.</summary>
    public required ResidentData Subject { get; init; }

    /// <summary><see cref="ResidentData.Id"/> of <see cref="Subject"/>.</summary>
    public required Guid Resident { get; init; }

    /// <summary>The resident who asked; at the counter <see cref="Subject"/> themselves.</summary>
    public required Guid AskedBy { get; init; }

    /// <summary>How the one who asked is called and reached.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>The resident's account that filled it in; null at the counter, where the history names who did.</summary>
    public Guid? Account { get; init; }

    public Channel Channel { get; init; }

    /// <summary>Where <see cref="Subject"/> lives.</summary>
    public Territory? Place { get; init; }

    public RequestState State { get; init; }

    /// <summary>The step of <see cref="LetterType.Steps"/> that is next, from 0.</summary>
    public int Step { get; init; }

    /// <summary>The role of that step while it waits; empty otherwise. What lists of work are found by.</summary>
    public string WaitsFor { get; init; } = "";

    /// <summary>The role that may take the step too, since it is late; empty otherwise.</summary>
    public string EscalatedTo { get; init; } = "";

    public IReadOnlyList<Answer> Answers { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public IReadOnlyList<StepTaken> History { get; init; } = [];

    /// <summary>What is asked back for: keys of fields and documents; empty for none.</summary>
    public IReadOnlyList<string> AskedBack { get; init; } = [];

    public DateTimeOffset BegunAt { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>By when the letter is promised, from the first sending on; later by what was worked while it lay with the resident.</summary>
    public DateTimeOffset? PromisedAt { get; init; }

    /// <summary>When the present step is late.</summary>
    public DateTimeOffset? StepDueAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The member of staff who works on it.</summary>
    public Guid? ClaimedBy { get; init; }

    /// <summary>The letter that this one is to replace, or null.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>The letter that came of it, from the first signature on.</summary>
    public Guid? Letter { get; init; }

    /// <summary>Comes with the form that began it, so that sent twice is once.</summary>
    public required Guid Token { get; init; }

    /// <summary>What people call it by on the telephone.</summary>
    public string Code => CodeOf(Id);

    /// <summary>Whether the resident may change answers and documents.</summary>
    public bool IsOpen => State is RequestState.Draft or RequestState.AskedBack;

    internal static string CodeOf(Guid id) => id.ToString("N")[^8..].ToUpperInvariant();
}

/// <summary>How somebody is reached.</summary>
/// <param name="Name">The name.</param>
/// <param name="Phone">The telephone number as +62…, or empty.</param>
/// <param name="Email">The e-mail address, or empty.</param>
public sealed record Contact(string Name, string Phone, string Email)
{
    public static Contact None { get; } = new("", "", "");
}

public enum RequestState
{
    /// <summary>Being filled in.</summary>
    Draft,

    /// <summary>Somebody is to take the next step.</summary>
    Waiting,

    /// <summary>The resident is asked for something.</summary>
    AskedBack,

    /// <summary>All steps are taken.</summary>
    Done,

    Rejected,

    Withdrawn,
}

public enum Channel
{
    /// <summary>The resident, by themselves.</summary>
    Self,

    /// <summary>Staff, at the counter.</summary>
    Counter,
}

/// <summary>An answer as it was typed, in the form that the kind of field keeps: days as 2026-11-28, numbers with a point, yes or no.</summary>
/// <param name="Key">The field's key; for the row of a group <c>GROUP.ROW.KEY</c>, rows from 0.</param>
/// <param name="Value">What was typed, or chosen.</param>
public sealed record Answer(string Key, string Value);

/// <summary>A document that was photographed or uploaded.</summary>
/// <param name="Document">The key of what was asked for.</param>
/// <param name="File">The name of the private file.</param>
/// <param name="ContentType">image/jpeg, image/png or application/pdf, by content.</param>
/// <param name="Size">In bytes.</param>
public sealed record Attachment(string Document, string File, string ContentType, int Size);

/// <summary>What somebody did to a request.</summary>
/// <param name="What">The act.</param>
/// <param name="At">When.</param>
/// <param name="Step">The step that it was about; -1 for acts of the resident.</param>
/// <param name="Role">The role in which.</param>
/// <param name="Account">Who, or null for the host.</param>
/// <param name="Name">The name that the resident reads.</param>
/// <param name="Reason">Why, for acts that need a reason.</param>
public sealed record StepTaken(RequestAct What, DateTimeOffset At, int Step, string Role, Guid? Account, string Name, string Reason = "");

public enum RequestAct
{
    Asked,
    Approved,
    Signed,
    Endorsed,
    AskedBack,
    Answered,
    Rejected,
    Withdrawn,
    Escalated,
    Forwarded,
}

using SmartKampung.Letters.Issued;
using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Demo;

/// <summary>A request while it is led through its steps.</summary>
/// <param name="request">As it begins.</param>
/// <param name="times">When it is asked, then when each step is taken.</param>
/// <param name="taken">How many of its steps are taken.</param>
sealed class DemoCase(LetterRequest request, IReadOnlyList<DateTimeOffset> times, int taken)
{
    public LetterRequest Request { get; set; } = request;

    public Letter? Letter { get; set; }

    /// <summary>The case whose letter this one is to replace, or null.</summary>
    public DemoCase? Corrects { get; init; }

    public bool IsToSign(StepKind kind) => Request.Step < taken && Request.Present()?.Kind == kind;

    public DateTimeOffset NextAt => times[Request.Step + 1];

    /// <summary>It is asked, by the resident or by staff at the counter.</summary>
    public void Send(DemoStaff staff, WorkingHours hours) => Request = Request.Send(times[0], hours, Request.Channel == Channel.Counter ? staff.AtCounter : null);

    /// <summary>Takes the steps before somebody signs.</summary>
    public void Approve(DemoStaff staff, WorkingHours hours)
    {
        while (IsToSign(StepKind.Approve)) Request = Request.Take(RequestAct.Approved, staff.For(Request), NextAt, hours);
    }
}

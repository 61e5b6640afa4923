using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests.Steps;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>Back to an earlier step with a reason, or to the role that takes it when it is late, at once.</summary>
static class ForwardRequest
{
    const string Up = "naik";

    public static IReadOnlyList<ForwardTarget> Targets(LetterRequest request)
    {
        if (request.Present() is not { } present || request.Letter is not null) return [];
        var up = present.EscalatesTo.Length > 0 && request.EscalatedTo.Length == 0 ? new[] { new ForwardTarget(Up, present.EscalatesTo) } : [];
        return [.. request.Type.Steps.Take(request.Step).Select((step, at) => new ForwardTarget($"{at}", step.Role)), .. up];
    }

    public static async Task<Page> Forward(Guid id, Form<Forwarding> form, DeskRequests requests, DeskRights rights, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        if (await requests.FindAsync(id, stop) is not { } request) return Page.NotFound();
        if (!form.IsValid) return Page.SeeOther(request.DeskPath(), "desk.forward_incomplete");
        var target = Targets(request).FirstOrDefault(target => target.Value == form.Value.Target);
        if (target is null || request.Version != form.Value.Version || !rights.MayTake(request)) return DecideRequest.MovedOn(request);
        var (actor, now) = (rights.ActorOf(request), clock.GetUtcNow());
        var moved = target.Value == Up ? request.Hand(target.Role, actor, now, form.Value.Why) : request.Return(int.Parse(target.Value, System.Globalization.CultureInfo.InvariantCulture), actor, now, hours, form.Value.Why);
        return await requests.SaveAsync(moved, stop) is null ? DecideRequest.MovedOn(request) : Page.SeeOther(Inbox.Path, "desk.forwarded");
    }
}

/// <summary>Where a request can go from its step: an earlier one by its number, or up.</summary>
sealed record ForwardTarget(string Value, string Role);

sealed record Forwarding
{
    [Required]
    public string Target { get; init; } = "";

    [Required, StringLength(500), Display(Name = "desk.reason")]
    public string Why { get; init; } = "";

    public int Version { get; init; }
}

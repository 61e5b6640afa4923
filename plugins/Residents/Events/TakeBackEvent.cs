using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Events;

/// <summary>Staff take an event back that was entered by mistake; the list and the histories keep both.</summary>
static class TakeBackEvent
{
    public static async Task<Page> Show(Guid id, TakeBackEvents events, CancellationToken stop) => await events.FindAsync(id, stop) is { } entered ? View(entered, Form.Empty<TakeBackForm>()) : Page.NotFound();

    public static async Task<Page> Save(Guid id, Form<TakeBackForm> form, TakeBackEvents events, Register register, ITexts texts, CancellationToken stop)
    {
        if (await events.FindAsync(id, stop) is not { } entered) return Page.NotFound();
        if (entered.Asked.TakenBack is not null) return Page.SeeOther(PathOf(entered), "event.back.was");
        if (form.IsValid && entered.Hindrances.Count > 0) form.AddError("", texts["event.back.hindered"]);
        if (form.IsValid) await TryAsync(entered, form, events, register, texts, stop);
        return form.IsValid ? Page.SeeOther(PathOf(entered), "event.back.done") : View(entered, form);
    }

    static async Task TryAsync(EnteredEvents entered, Form<TakeBackForm> form, TakeBackEvents events, Register register, ITexts texts, CancellationToken stop)
    {
        try
        {
            await events.WriteAsync(entered, form.Value.Reason.Trim(), stop);
            await register.SaveAsync(stop);
        }
        catch (InvalidRecordException invalid)
        {
            form.AddError("", texts[invalid.Problem.Key, invalid.Problem.Detail]);
        }
        catch (ConcurrencyException)
        {
            form.AddError("", texts["person.stale"]);
        }
    }

    static string PathOf(EnteredEvents entered) => $"{ListEvents.Path}?bulan={entered.Asked.On:yyyy-MM}";

    static Page View(EnteredEvents entered, Form form) => Page.View("residents-event-back", new
    {
        entered.Asked,
        kind = VitalKinds.KeyOf(entered.Asked.Kind),
        names = entered.Events.Select(happened => Masks.Name(happened.Name)).ToList(),
        entered.Hindrances,
        back = PathOf(entered),
    }, form);
}

/// <summary>Why it is taken back.</summary>
sealed record TakeBackForm([Required, StringLength(300), Display(Name = "event.back.reason")] string Reason);

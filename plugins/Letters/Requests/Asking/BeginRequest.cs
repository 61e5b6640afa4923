using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Requests.Asking;

/// <summary>Whom the letter is for: the resident, or somebody of their family card. Whom the register does not know is told how it comes to.</summary>
static class BeginRequest
{
    const int MostDrafts = 10;

    public static async Task<Page> Show(string slug, LetterTypes types, IResidents residents, CancellationToken stop) =>
        await FindAsync(slug, types, stop) is { } type ? await ViewAsync(type, Form.Of(new NewRequest { Token = Guid.NewGuid() }), residents, stop) : Page.NotFound();

    public static async Task<Page> Begin(
        string slug, Form<NewRequest> form, LetterTypes types, IResidents residents, OwnRequests own, NewRequests requests, ITexts texts, CancellationToken stop)
    {
        if (await FindAsync(slug, types, stop) is not { } type) return Page.NotFound();
        var people = await PeopleAsync(type, residents, stop);
        if (people.Count == 0) return await ViewAsync(type, form, residents, stop);
        if (form.IsValid && people.Count > 1 && form.Value.Resident is null) form.AddError("resident", texts["wrong.person"]);
        if (form.IsValid && (await own.ListAsync(int.MaxValue, stop)).Count(request => request.State == RequestState.Draft) >= MostDrafts) form.AddError("", texts["begin.many", MostDrafts]);
        if (!form.IsValid) return await ViewAsync(type, form, residents, stop);
        var subject = form.Value.Resident is { } chosen ? people.FirstOrDefault(person => person.Id == chosen) : people[0];
        if (subject is null) return Page.NotFound();
        var begun = await requests.SaveAsync(requests.Of(type, subject, people[0], Channel.Self, form.Value.Token), stop);
        return begun is null ? Page.NotFound() : Page.SeeOther($"{begun.Path()}/data");
    }

    static async Task<LetterType?> FindAsync(string slug, LetterTypes types, CancellationToken stop) =>
        (await types.OfferedAsync(stop)).FirstOrDefault(type => type.Slug == slug && type.Audience != Audience.Staff);

    static async Task<IReadOnlyList<ResidentData>> PeopleAsync(LetterType type, IResidents residents, CancellationToken stop)
    {
        if (await residents.FindSelfAsync(stop) is not { } self) return [];
        return type.Audience == Audience.Family ? [self, .. (await residents.ListOwnFamilyAsync(stop)).Where(person => person.Id != self.Id)] : [self];
    }

    static async Task<Page> ViewAsync(LetterType type, Form form, IResidents residents, CancellationToken stop)
    {
        var people = await PeopleAsync(type, residents, stop);
        return people.Count == 0 ? Page.View("letter-unknown", new { type }) : Page.View("letter-for", new { type, people, token = Guid.NewGuid() }, form);
    }
}

sealed record NewRequest
{
    /// <summary>Who the letter is for; null where there is nobody to choose from.</summary>
    public Guid? Resident { get; init; }

    public Guid Token { get; init; }
}

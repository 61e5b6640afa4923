using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Demo;

/// <summary>Begins requests of invented people, as their form would.</summary>
sealed class DemoRequests(NewRequests requests, LetterTypes types)
{
    IReadOnlyList<LetterType> offered = [];

    public async Task LoadAsync(CancellationToken stop) => offered = await types.OfferedAsync(stop);

    public LetterType TypeOf(DemoSample sample) => offered.First(type => type.Slug == sample.Type);

    /// <param name="sample">What is asked.</param>
    /// <param name="person">Whom for; people of the demo have an account with their own id, where they have one.</param>
    /// <param name="channel">By themselves, or at the counter.</param>
    /// <param name="at">When.</param>
    public LetterRequest Begin(DemoSample sample, ResidentData person, Channel channel, DateTimeOffset at)
    {
        var begun = requests.Of(TypeOf(sample), person, person, channel, Guid.NewGuid());
        return begun with
        {
            Id = Guid.CreateVersion7(at),
            Account = channel == Channel.Self ? person.Id : null,
            Answers = begun.Sheet().With(sample.AnswersOn(begun.Type, DateOnly.FromDateTime(at.DateTime))).Answers,
            BegunAt = at,
            ChangedAt = at,
        };
    }
}

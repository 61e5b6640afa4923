using System.Globalization;
using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Requests;

/// <summary>Makes requests: with what the register knows already.</summary>
sealed class NewRequests(IDocumentSession session, IPerson person, TimeProvider clock)
{
    public LetterRequest Of(LetterType type, ResidentData subject, ResidentData asker, Channel channel, Guid token)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Type = type,
            Subject = subject,
            Resident = subject.Id,
            AskedBy = asker.Id,
            Contact = new(asker.Name, asker.Phone, asker.Email),
            Account = channel == Channel.Self ? person.Id : null,
            Channel = channel,
            Place = subject.Place,
            Answers = Known(type, subject),
            BegunAt = now,
            ChangedAt = now,
            Token = token,
        };
    }

    /// <summary>Saves a new one; sent twice it is the one of before, and so is the correction that somebody else just asked for.</summary>
    public async Task<LetterRequest?> SaveAsync(LetterRequest request, CancellationToken stop)
    {
        try
        {
            session.Store(request);
            await session.SaveChangesAsync(stop);
            return request;
        }
        catch (DuplicateException)
        {
            var token = request.Token;
            return await session.Query<LetterRequest>().Where(other => other.Token == token).FirstOrDefaultAsync(stop) is { } before && before.Account == request.Account ? before : null;
        }
        catch (ConcurrencyException) when (request.Corrects is not null)
        {
            return await Corrections.FindAsync(session, request.Corrects.Value, stop);
        }
    }

    /// <summary>The answers that the register gives.</summary>
    static IReadOnlyList<Answer> Known(LetterType type, ResidentData subject) =>
        [.. from field in type.Fields
            where field.From.Length > 0
            let read = TypedAnswer.Read(field, ValueOf(subject, field.From))
            where read.Mistake is null && read.Value.Length > 0
            select new Answer(field.Key, read.Value)];

    static string ValueOf(ResidentData subject, string property) => property switch
    {
        "name" => subject.Name,
        "nik" => subject.Nik,
        "family_card_number" => subject.FamilyCardNumber,
        "birth_place" => subject.BirthPlace,
        "birth_date" => subject.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        "religion" => subject.Religion,
        "marital_status" => subject.MaritalStatus,
        "occupation" => subject.Occupation,
        "education" => subject.Education,
        "nationality" => subject.Nationality,
        "blood_group" => subject.BloodGroup,
        "relation" => subject.Relation,
        "father_name" => subject.FatherName,
        "mother_name" => subject.MotherName,
        "address" => subject.Address,
        "phone" => subject.Phone,
        "email" => subject.Email,
        _ => "",
    };
}

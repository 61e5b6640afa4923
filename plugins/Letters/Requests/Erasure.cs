using SmartKampung.Residents;

namespace SmartKampung.Letters.Requests;

/// <summary>What is left of a request when its account is erased: a letter that the village decided on is kept as the archive law demands, a draft is not.</summary>
static class Erasure
{
    public static LetterRequest? Of(LetterRequest request) => request.State switch
    {
        RequestState.Draft => null,
        RequestState.Rejected or RequestState.Withdrawn => request with
        {
            Account = null,
            Subject = new ResidentData { Id = request.Resident },
            Contact = Contact.None,
            Answers = [],
            Attachments = [],
        },
        _ => request,
    };
}

namespace SmartKampung.Residents.People;

/// <summary>Makes the page on which a record is typed: to add somebody, to change what is there, or to propose a change.</summary>
sealed class PersonPage(IDocumentSession session, ITexts texts)
{
    /// <param name="kind">add, edit or propose: the texts under <c>person.KIND</c>.</param>
    /// <param name="path">Where the form is sent.</param>
    /// <param name="back">Where the reader came from.</param>
    /// <param name="form">What the fields show.</param>
    /// <param name="present">As it is stored, or null.</param>
    /// <param name="stop">Cancels.</param>
    /// <param name="toConfirm">What is odd and has to be confirmed, or null.</param>
    public async Task<Page> ViewAsync(string kind, string path, string back, Form form, Resident? present, CancellationToken stop, CheckedPerson? toConfirm = null) =>
        Page.View("person-edit", new
        {
            kind,
            path,
            back,
            version = present?.Version ?? 0,
            choices = await PersonChoices.OfAsync(session, texts, present?.Place, stop),
            odd = toConfirm?.Odd ?? [],
            confirmation = toConfirm?.Confirmation ?? "",
        }, form);
}

namespace SmartKampung.Residents.People;

/// <summary>Which people a list shows.</summary>
/// <param name="Words">A name, a street, a NIK or the number of a family card; or empty.</param>
/// <param name="Hamlet">The hamlet, or empty.</param>
/// <param name="Rw">The RW, or empty.</param>
/// <param name="Rt">The RT, or empty.</param>
/// <param name="State">One of <see cref="States"/>; empty for who lives here, or for everybody where words are looked for.</param>
sealed record WantedPeople(string Words, string Hamlet, string Rw, string Rt, string State)
{
    const int MostLetters = 100;

    static readonly List<ResidentState> Here = [ResidentState.Living, ResidentState.Temporary];

    public static IReadOnlyList<string> States { get; } = ["here", "living", "temporary", "moved", "died", "without_nik", "all"];

    /// <summary>The list's address up to the page's number.</summary>
    public string PagesPath => "/kelola/residents?" + string.Concat(Asked.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}&")) + "halaman=";

    public bool IsNarrowed => Asked.Any();

    IEnumerable<(string Name, string Value)> Asked =>
        new[] { ("cari", Words), ("dusun", Hamlet), ("rw", Rw), ("rt", Rt), ("keadaan", State) }.Where(part => part.Item2.Length > 0);

    public static WantedPeople Of(string? words, string? hamlet, string? rw, string? rt, string? state) =>
        new(Cut(words), Cut(hamlet), Cut(rw), Cut(rt), States.Contains(state) ? state! : "");

    public Task<IDocumentQuery<Resident>> InAsync(IDocumentSession session, CancellationToken stop) => InAsync(InState(session.Query<Resident>()), session, stop);

    /// <summary>How many they are; who lives here is counted by the index of states, so that no record is opened.</summary>
    public async Task<int> CountAsync(IDocumentSession session, CancellationToken stop) =>
        await (await InAsync(IsOfThoseHere ? session.Query<Resident>().Where(resident => Here.Contains(resident.State)) : InState(session.Query<Resident>()), session, stop)).CountAsync(stop);

    async Task<IDocumentQuery<Resident>> InAsync(IDocumentQuery<Resident> query, IDocumentSession session, CancellationToken stop)
    {
        var (hamlet, rw, rt) = (Hamlet, Rw, Rt);
        if (rt.Length > 0) query = query.Where(resident => resident.Place!.RtNumber == rt);
        if (rw.Length > 0) query = query.Where(resident => resident.Place!.RwNumber == rw);
        if (hamlet.Length > 0) query = query.Where(resident => resident.Place!.Hamlet == hamlet);
        return Words.Length == 0 ? query : await query.FindAsync(Words, session, stop);
    }

    bool IsOfThoseHere => Chosen == "here";

    string Chosen => State.Length > 0 ? State : Words.Length > 0 ? "all" : "here";

    IDocumentQuery<Resident> InState(IDocumentQuery<Resident> query) => Chosen switch
    {
        "here" => query.Where(resident => resident.State != ResidentState.Moved && resident.State != ResidentState.Died),
        "living" => query.Where(resident => resident.State == ResidentState.Living),
        "temporary" => query.Where(resident => resident.State == ResidentState.Temporary),
        "moved" => query.Where(resident => resident.State == ResidentState.Moved),
        "died" => query.Where(resident => resident.State == ResidentState.Died),
        "without_nik" => query.Where(resident => resident.Nik == null && resident.State != ResidentState.Moved && resident.State != ResidentState.Died),
        _ => query,
    };

    static string Cut(string? typed) => typed?.Trim() is { } text ? text.Length > MostLetters ? text[..MostLetters] : text : "";
}

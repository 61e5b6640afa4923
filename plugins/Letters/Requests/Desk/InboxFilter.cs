namespace SmartKampung.Letters.Requests.Desk;

/// <summary>Which requests are looked for.</summary>
/// <param name="Tab">One of <see cref="Tabs"/>.</param>
/// <param name="Type">The slug of a type; empty for any.</param>
/// <param name="Words">Of the name; empty for any.</param>
sealed record InboxFilter(string Tab, string Type, string Words)
{
    public const string All = "semua";
    public const string Mine = "saya";
    public const string Claimed = "diambil";
    public const string Late = "lewat";
    public const string OfResident = "warga";
    public const string Done = "selesai";

    public static IReadOnlyList<string> Tabs { get; } = [All, Mine, Claimed, Late, OfResident, Done];

    public string PagesPath => $"/kelola/letters?keadaan={Tab}&jenis={Uri.EscapeDataString(Type)}&cari={Uri.EscapeDataString(Words)}&halaman=";

    public static InboxFilter Of(string? tab, string? type, string? words, string usual) =>
        new(Tabs.Contains(tab) ? tab! : usual, type?.Trim() is { Length: <= 100 } typed ? typed : "", words?.Trim() is { Length: <= 100 } name ? name : "");

    /// <summary>What a tab holds, whatever else is looked for.</summary>
    public static IDocumentQuery<LetterRequest> In(string tab, IDocumentQuery<LetterRequest> requests, DeskRights rights, DateTimeOffset now)
    {
        var (roles, account, day) = (rights.Roles.ToList(), rights.Account, now.AddHours(-24));
        if (!rights.SeesAll && tab is not Done) requests = requests.Where(request => roles.Contains(request.WaitsFor) || roles.Contains(request.EscalatedTo));
        return tab switch
        {
            Mine => requests.Where(request => request.State == RequestState.Waiting && (roles.Contains(request.WaitsFor) || roles.Contains(request.EscalatedTo))),
            Claimed => requests.Where(request => request.State == RequestState.Waiting && request.ClaimedBy == account),
            Late => requests.Where(request => request.State == RequestState.Waiting && request.StepDueAt <= now),
            OfResident => requests.Where(request => request.State == RequestState.AskedBack),
            Done => requests.Where(request => request.State == RequestState.Done || request.State == RequestState.Rejected || request.State == RequestState.Withdrawn),
            _ => requests.Where(request => request.State == RequestState.Waiting || request.State == RequestState.AskedBack),
        };
    }

    public IDocumentQuery<LetterRequest> In(IDocumentQuery<LetterRequest> requests, DeskRights rights, DateTimeOffset now)
    {
        var type = Type;
        requests = In(Tab, requests, rights, now);
        if (type.Length > 0) requests = requests.Where(request => request.Type.Slug == type);
        if (Words.Length > 0) return requests.Search(Words);
        return Tab == Done ? requests.OrderByDescending(request => request.ChangedAt) : requests.OrderBy(request => request.StepDueAt);
    }
}

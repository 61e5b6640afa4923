namespace SmartKampung.Letters.Issued.Signing;

/// <summary>Who signs for which office, in which capacity, from when to when.</summary>
static class EditTerms
{
    const string Path = "/kelola/letters/pejabat";
    const string New = "baru";

    static readonly string[] Offices = [Roles.Head, Roles.Secretary, Roles.DistrictHead];
    static readonly string[] Signers = [Roles.Head, Roles.Secretary, Roles.Operator, Roles.HamletHead, Roles.DistrictHead, Roles.DistrictStaff];

    public static void MapTerms(this IEndpointRouteBuilder console)
    {
        console.MapGet("/pejabat", List).RequirePermission(IssuedPermissions.Registers);
        console.MapGet("/pejabat/{at}", Show).RequirePermission(IssuedPermissions.Registers);
        console.MapPost("/pejabat/{at}", Save).RequirePermission(IssuedPermissions.Registers);
        console.MapPost("/pejabat/{at}/hapus", Remove).RequirePermission(IssuedPermissions.Registers);
    }

    static async Task<Page> List(IDocumentSession session, CancellationToken stop) =>
        Page.View("letters-terms", new { terms = (await session.Query<OfficeTerm>().ToListAsync(stop)).OrderByDescending(term => term.From).ToList() });

    static async Task<Page> Show(string at, IDocumentSession session, ITexts texts, Village village, TimeProvider clock, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone).DateTime);
        if (at == New) return View(at, Form.Of(new TermDraft { Role = Roles.Head, By = Roles.Head, From = today }), texts, 0);
        return await FindAsync(at, session, stop) is { } term ? View(at, Form.Of(TermDraft.Of(term)), texts, term.Version) : Page.NotFound();
    }

    static async Task<Page> Save(string at, Form<TermDraft> form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        var present = await FindAsync(at, session, stop);
        if (present is null && at != New) return Page.NotFound();
        if (form.IsValid) Check(form, texts);
        if (!form.IsValid) return View(at, form, texts, present?.Version ?? 0);
        if (present is not null && present.Version != form.Value.Version) return Page.SeeOther($"{Path}/{at}", "book.changed");
        session.Store(form.Value.Apply(present));
        return await SavedAsync(session, at, "term.saved", stop);
    }

    static async Task<Page> Remove(string at, Form<TermDraft> form, IDocumentSession session, CancellationToken stop)
    {
        if (await FindAsync(at, session, stop) is not { } term) return Page.NotFound();
        session.Delete(term);
        return await SavedAsync(session, at, "term.removed", stop);
    }

    static void Check(Form<TermDraft> form, ITexts texts)
    {
        var draft = form.Value;
        if (!Offices.Contains(draft.Role)) form.AddError("role", texts["term.role_wrong"]);
        if (!Signers.Contains(draft.By)) form.AddError("by", texts["term.by_wrong"]);
        if (draft.Until < draft.From) form.AddError("until", texts["term.until_wrong"]);
        if (draft.Capacity is SigningCapacity.OnBehalf or SigningCapacity.Delegated && string.IsNullOrWhiteSpace(draft.Title)) form.AddError("title", texts["term.title_missing"]);
    }

    static async Task<Page> SavedAsync(IDocumentSession session, string at, string message, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return Page.SeeOther(Path, message);
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther($"{Path}/{at}", "book.changed");
        }
    }

    static async Task<OfficeTerm?> FindAsync(string at, IDocumentSession session, CancellationToken stop) => Guid.TryParse(at, out var id) ? await session.LoadAsync<OfficeTerm>(id, stop) : null;

    static Page View(string at, Form form, ITexts texts, int version) => Page.View("letters-term", new { at, version, offices = Choices(Offices, texts), signers = Choices(Signers, texts) }, form);

    static List<RoleChoice> Choices(string[] roles, ITexts texts) => [.. roles.Select(role => new RoleChoice(role, texts["role." + role]))];
}

/// <summary>A role to choose.</summary>
sealed record RoleChoice(string Value, string Text);

/// <summary>What is typed of a term of office.</summary>
sealed record TermDraft
{
    public int Version { get; init; }

    [Required, StringLength(40), Display(Name = "term.role")]
    public string Role { get; init; } = "";

    [Required, StringLength(40), Display(Name = "term.by")]
    public string By { get; init; } = "";

    [Display(Name = "term.capacity")]
    public SigningCapacity Capacity { get; init; }

    [Required, StringLength(100), Display(Name = "term.name")]
    public string Name { get; init; } = "";

    [StringLength(100), Display(Name = "term.title")]
    public string? Title { get; init; }

    [StringLength(100), Display(Name = "term.via")]
    public string? Via { get; init; }

    [StringLength(30), Display(Name = "term.nip")]
    public string? Nip { get; init; }

    [Display(Name = "term.from")]
    public DateOnly From { get; init; }

    [Display(Name = "term.until")]
    public DateOnly? Until { get; init; }

    public static TermDraft Of(OfficeTerm term) => new()
    {
        Version = term.Version, Role = term.Role, By = term.By, Capacity = term.Capacity, Name = term.Name, Title = term.Title, Via = term.Via, Nip = term.Nip, From = term.From, Until = term.Until,
    };

    public OfficeTerm Apply(OfficeTerm? present) => (present ?? new() { Role = Role, By = By, Name = Name, From = From }) with
    {
        Role = Role, By = By, Capacity = Capacity, Name = Name.Trim(), Title = Title?.Trim() ?? "", Via = Via?.Trim() ?? "", Nip = Nip?.Trim() ?? "", From = From, Until = Until,
    };
}

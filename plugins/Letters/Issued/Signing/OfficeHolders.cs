using SmartKampung.Letters.Issued.Papers;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>Who signs for an office on a day, by the terms that the village entered; else by its profile, else by the account's name.</summary>
sealed class OfficeHolders(IDocumentSession session, Village village, IRights rights, IPerson person)
{
    IReadOnlyList<OfficeTerm>? terms;

    /// <summary>How the present user signs for a role; null where they may not.</summary>
    public async Task<SignerModel?> OfUserAsync(string role, DateOnly on, CancellationToken stop)
    {
        var open = (await TermsAsync(role, on, stop)).FirstOrDefault(term => rights.IsIn(term.By));
        if (open is not null) return Printed(open);
        return rights.IsIn(role) ? Usual(role, on, person.Name) : null;
    }

    /// <summary>Who is expected to sign for a role, as it is printed before they did.</summary>
    public async Task<SignerModel> ExpectedAsync(string role, DateOnly on, CancellationToken stop) =>
        await TermsAsync(role, on, stop) is [var term, ..] ? Printed(term) : Usual(role, on, "");

    /// <summary>Reads what was entered, so that what follows asks no database.</summary>
    public async Task LoadAsync(CancellationToken stop) => terms ??= await session.Query<OfficeTerm>().ToListAsync(stop);

    /// <summary>The holder before deputies.</summary>
    async Task<IReadOnlyList<OfficeTerm>> TermsAsync(string role, DateOnly on, CancellationToken stop)
    {
        await LoadAsync(stop);
        return [.. terms!.Where(term => term.Role == role && term.HoldsOn(on)).OrderBy(term => term.By != role).ThenByDescending(term => term.From)];
    }

    /// <summary>A deputy without a term of their own, in the name of the office.</summary>
    public SignerModel OnBehalf(string role, SignerModel deputy) => deputy with { Lines = [$"a.n. {OfficeOf(role)}", .. deputy.Lines] };

    SignerModel Printed(OfficeTerm term) => new(LinesOf(term), term.Name, term.Nip);

    IReadOnlyList<string> LinesOf(OfficeTerm term) => term.Capacity switch
    {
        SigningCapacity.OnBehalf => [$"a.n. {OfficeOf(term.Role)}", term.Title],
        SigningCapacity.Delegated => [$"a.n. {OfficeOf(term.Role)}", .. term.Via.Length > 0 ? [term.Via] : Array.Empty<string>(), "u.b.", term.Title],
        SigningCapacity.Acting => [$"Plt. {OfficeOf(term.Role)}"],
        SigningCapacity.Daily => [$"Plh. {OfficeOf(term.Role)}"],
        _ => [term.Title.Length > 0 ? term.Title : OfficeOf(term.Role)],
    };

    SignerModel Usual(string role, DateOnly on, string account)
    {
        var official = village.Profile.Officials.FirstOrDefault(official => IsOf(official, role) && (official.From is null || official.From <= on) && (official.Until is null || official.Until >= on));
        return new([OfficeOf(role)], official?.Name ?? account);
    }

    bool IsOf(VillageOfficial official, string role) => role switch
    {
        Roles.Head => official.Office.Indonesian.StartsWith(village.Kind is VillageKind.Desa ? "Kepala Desa" : "Lurah", StringComparison.OrdinalIgnoreCase),
        Roles.Secretary => official.Office.Indonesian.StartsWith("Sekretaris", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>What the office is called, whoever holds it.</summary>
    public string OfficeOf(string role) => (role, village.Kind) switch
    {
        (Roles.Head, VillageKind.Desa) => $"Kepala Desa {village.Name}",
        (Roles.Head, _) => $"Lurah {village.Name}",
        (Roles.Secretary, VillageKind.Desa) => $"Sekretaris Desa {village.Name}",
        (Roles.Secretary, _) => $"Sekretaris Kelurahan {village.Name}",
        (Roles.DistrictHead, _) => $"Camat {village.District.Name}",
        (Roles.DistrictStaff, _) => $"Kecamatan {village.District.Name}",
        (Roles.HamletHead, VillageKind.Desa) => "Kepala Dusun",
        (Roles.HamletHead, _) => "Kepala Lingkungan",
        (Roles.CommunityHead, _) => "Ketua RW",
        (Roles.NeighborhoodHead, _) => "Ketua RT",
        _ => $"Pemerintah {(village.Kind is VillageKind.Desa ? "Desa" : "Kelurahan")} {village.Name}",
    };
}

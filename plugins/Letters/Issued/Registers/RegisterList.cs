namespace SmartKampung.Letters.Issued.Registers;

/// <summary>The registers of the present village. A village that made none has one for all its letters.</summary>
sealed class RegisterList(IDocumentSession session, ITexts texts)
{
    static readonly Guid Usual = new("5b0f6f0a-7d0b-4c64-9a5e-2f3a8f6a1c01");

    public async Task<IReadOnlyList<NumberRegister>> ListAsync(CancellationToken stop)
    {
        var kept = await session.Query<NumberRegister>().OrderBy(register => register.Name).ToListAsync(stop);
        return kept.Any(register => register.Use is RegisterUse.Letters) ? kept : [.. kept, new() { Id = Usual, Name = texts["register.usual"], Format = NumberFormat.Usual }];
    }

    public async Task<NumberRegister?> FindAsync(Guid id, CancellationToken stop) => (await ListAsync(stop)).FirstOrDefault(register => register.Id == id);

    /// <summary>The register that a letter goes into: one for its type before one for its class, and the longer code before the shorter.</summary>
    public static NumberRegister? For(IReadOnlyList<NumberRegister> registers, string type, string classification) => registers
        .Where(register => register.IsOpen)
        .Select(register => (Register: register, Fit: FitOf(register, type, classification)))
        .Where(candidate => candidate.Fit > 0)
        .OrderByDescending(candidate => candidate.Fit).ThenBy(candidate => candidate.Register.Id)
        .Select(candidate => candidate.Register)
        .FirstOrDefault();

    static int FitOf(NumberRegister register, string type, string classification) => register.Scope switch
    {
        RegisterScope.Types => register.Members.Contains(type) ? 1000 : 0,
        RegisterScope.Classes => register.Members.Where(member => classification.StartsWith(member, StringComparison.Ordinal)).Select(member => 1 + member.Length).DefaultIfEmpty().Max(),
        _ => 1,
    };
}

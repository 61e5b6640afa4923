using SmartKampung.Letters.Issued.Papers;
using SmartKampung.Letters.Issued.Registers;
using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.District.Register;

/// <summary>
/// Takes numbers of the register of the present village's district. They are on disk before the letter is, in another file: a letter that is not endorsed in the end
/// keeps its number for the next try, and the register shows what came of each.
/// </summary>
sealed class DistrictNumbers(IPortalSession portal, Village village)
{
    const int MostTries = 50;

    /// <summary>A number for each of the requests: the one that it has already, or the next.</summary>
    public async Task<IReadOnlyDictionary<Guid, DistrictNumber>> TakeAsync(IReadOnlyList<LetterRequest> requests, DateTimeOffset at, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(requests, DateOnly.FromDateTime(at.DateTime), stop);
            }
            catch (Exception overtaken) when (tries < MostTries && overtaken is ConcurrencyException or DuplicateException)
            {
                // Another village of the district was faster: the numbers behind its own are tried.
            }
        }
    }

    async Task<IReadOnlyDictionary<Guid, DistrictNumber>> TryAsync(IReadOnlyList<LetterRequest> requests, DateOnly on, CancellationToken stop)
    {
        Guid[] ids = [.. requests.Select(request => request.Id)];
        var taken = (await portal.Query<DistrictNumber>().Where(number => ids.Contains(number.Id)).ToListAsync(stop)).ToDictionary(number => number.Id);
        List<LetterRequest> open = [.. requests.Where(request => !taken.ContainsKey(request.Id))];
        if (open.Count == 0) return taken;
        var register = await DistrictRegister.OfAsync(portal, village.District.Code, stop);
        var last = await LastAsync(portal, register, register.PeriodOf(on), stop);
        foreach (var (position, request) in open.Index())
            portal.Store(taken[request.Id] = Next(request, register, last + 1 + position, on));
        if (register.Version > 0) portal.Require(register);
        await portal.SaveChangesAsync(stop);
        return taken;
    }

    /// <summary>The last number of a period; the one before the first where none was taken.</summary>
    public static async Task<int> LastAsync(IDocumentSession portal, DistrictRegister register, int period, CancellationToken stop)
    {
        var district = register.District;
        var last = await portal.Query<DistrictNumber>().Where(number => number.District == district && number.Period == period).OrderByDescending(number => number.Sequence).FirstOrDefaultAsync(stop);
        return last?.Sequence ?? register.FirstOf(period) - 1;
    }

    DistrictNumber Next(LetterRequest request, DistrictRegister register, int sequence, DateOnly on) => new()
    {
        Id = request.Id,
        District = register.District,
        Period = register.PeriodOf(on),
        Sequence = sequence,
        Number = NumberFormat.Write(register.Format, sequence, on, ModelOf.Class(request.Type, on), village),
        Village = village.Name,
        Type = request.Type.Name,
        Date = on,
    };
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SmartKampung.Letters.Issued.Registers;

/// <summary>
/// The last number of a register in a period. Whoever takes a number saves it together with what the number is for, and by its version only one of those who
/// do so at the same time can: the others read it again.
/// </summary>
sealed record RegisterCounter : Document
{
    public required Guid Register { get; init; }

    public required int Period { get; init; }

    public required int Last { get; init; }

    public static async Task<RegisterCounter> OfAsync(IDocumentSession session, NumberRegister register, int period, CancellationToken stop)
    {
        var id = IdOf(register.Id, period);
        return await session.LoadAsync<RegisterCounter>(id, stop) ?? new() { Id = id, Register = register.Id, Period = period, Last = register.FirstOf(period) - 1 };
    }

    /// <summary>The same for whoever asks, so that two who begin a year's counter collide.</summary>
    static Guid IdOf(Guid register, int period)
    {
        Span<byte> key = stackalloc byte[20];
        register.TryWriteBytes(key);
        BinaryPrimitives.WriteInt32BigEndian(key[16..], period);
        return new Guid(SHA256.HashData(key).AsSpan(0, 16));
    }
}

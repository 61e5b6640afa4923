using System.Buffers.Binary;
using System.Globalization;

namespace SmartKampung.Residents.People;

/// <summary>Somebody who lives in a village, as the regency finds doubles: no name, no birth date. The national number is there to be compared, sealed and hashed by the host, and is never shown.</summary>
sealed record PersonInVillage : Document
{
    /// <summary>A prime, so that the parts of a number that repeat do not meet in few portions.</summary>
    public const int Portions = 251;

    public required string Nik { get; init; }

    /// <summary>The portion of all people that are compared at once: those of one number are in the same.</summary>
    public required int Portion { get; init; }

    public ResidentState State { get; init; }

    /// <summary>Since when the record is there; null where its id does not tell.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    public required string Village { get; init; }

    public required string VillageSlug { get; init; }

    /// <summary>The code of the district.</summary>
    public required string District { get; init; }

    public required string DistrictName { get; init; }

    public static PersonInVillage? Of(Resident resident, Village village) => resident is not { IsHere: true, Nik: { } nik } ? null : new()
    {
        Id = resident.Id,
        Nik = nik,
        Portion = (int)(long.Parse(nik, CultureInfo.InvariantCulture) % Portions),
        State = resident.State,
        RecordedAt = MadeAt(resident.Id),
        Village = village.Name,
        VillageSlug = village.Slug,
        District = village.District.Code,
        DistrictName = village.District.Name,
    };

    /// <summary>The time in a version 7 UUID (RFC 9562): milliseconds in its first 48 bits.</summary>
    static DateTimeOffset? MadeAt(Guid id)
    {
        if (id.Version != 7) return null;
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16));
    }
}
